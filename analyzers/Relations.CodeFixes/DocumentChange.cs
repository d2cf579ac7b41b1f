using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Relations.CodeFixes;

/// <summary>A change to the text of one document.</summary>
internal sealed record DocumentChange(DocumentId Document, TextChange Change);
