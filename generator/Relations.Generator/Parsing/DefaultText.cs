using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Relations.Generator.Emitting;

namespace Relations.Generator.Parsing;

/// <summary>The default value of a parameter as emitted code writes it: by its value, as that code may not see the constant that is named there.</summary>
internal static class DefaultText
{
    /// <summary>The value; null where an argument must be given.</summary>
    public static string? Of(IParameterSymbol parameter, TypeText types) => !parameter.HasExplicitDefaultValue ? null : parameter.ExplicitDefaultValue switch
    {
        null => parameter.Type.IsReferenceType ? "default!" : "default",
        true => "true",
        false => "false",
        string text => CSharpText.Literal(text),
        char character => SymbolDisplay.FormatLiteral(character, quote: true),
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        float number => number.ToString("G9", CultureInfo.InvariantCulture) + "f",
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        double number => number.ToString("G17", CultureInfo.InvariantCulture) + "d",
        var number => OfInteger(Convert.ToString(number, CultureInfo.InvariantCulture), types.OfNotNull(parameter.Type)),
    };

    /// <summary>That of an enum too.</summary>
    private static string OfInteger(string number, string type) => type == "int" ? number : $"({type}){(number[0] == '-' ? $"({number})" : number)}";
}
