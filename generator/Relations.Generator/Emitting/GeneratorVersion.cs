namespace Relations.Generator.Emitting;

/// <summary>The generator's version, as emitted code states it.</summary>
internal static class GeneratorVersion
{
    public static string Text { get; } = typeof(GeneratorVersion).Assembly.GetName().Version.ToString(3);
}
