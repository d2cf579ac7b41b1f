using Microsoft.CodeAnalysis;

namespace Relations.Generator.Tracking;

/// <summary>
/// Finds the files that a parse depends on, beside <see cref="ProjectFacts"/>: those of the types that it looked into, and those that the values in their attributes
/// may depend on. These are found by names alone, more rather than fewer: whatever type or member a name may mean counts.
/// </summary>
internal sealed class Dependencies
{
    private readonly ProjectTrees project;
    private readonly HashSet<TreeOutline> files = [];
    private readonly Queue<TreeOutline> newFiles = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly Queue<string> newNames = [];

    private Dependencies(ProjectTrees project) => this.project = project;

    /// <summary>The files, in the project's order.</summary>
    public static SyntaxTree[] Of(ProjectTrees project, IEnumerable<INamedTypeSymbol> read)
    {
        var dependencies = new Dependencies(project);
        foreach (var type in read)
        {
            dependencies.AddRead(type);
        }

        dependencies.Add(project.GlobalNames);
        dependencies.Close();
        return project.InOrder(dependencies.files);
    }

    /// <summary>Code in a type sees the members of the types around it, and of the bases of all of them.</summary>
    private void AddRead(INamedTypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            for (var current = outer; current is not null; current = current.BaseType)
            {
                foreach (var declaration in current.DeclaringSyntaxReferences)
                {
                    if (project.OutlineOf(declaration.SyntaxTree) is { } file && Add(file))
                    {
                        Add(file.Names.Attributes);
                    }
                }
            }
        }
    }

    private void Close()
    {
        while (newFiles.Count > 0 || newNames.Count > 0)
        {
            if (newFiles.Count > 0)
            {
                var file = newFiles.Dequeue();
                Add(file.Names.Constants);
                AddDeclaring(file.Names.Bases);
                foreach (var name in names.ToArray())
                {
                    Add(file.Names.TypesOf(name));
                }
            }
            else
            {
                var name = newNames.Dequeue();
                AddDeclaring([name]);
                foreach (var file in files)
                {
                    Add(file.Names.TypesOf(name));
                }
            }
        }
    }

    private void AddDeclaring(IEnumerable<string> types)
    {
        foreach (var type in types)
        {
            foreach (var file in project.Declaring(type))
            {
                Add(file);
            }
        }
    }

    private bool Add(TreeOutline file)
    {
        var isNew = files.Add(file);
        if (isNew)
        {
            newFiles.Enqueue(file);
        }

        return isNew;
    }

    private void Add(IReadOnlyCollection<string> more)
    {
        foreach (var name in more)
        {
            if (names.Add(name))
            {
                newNames.Enqueue(name);
            }
        }
    }
}
