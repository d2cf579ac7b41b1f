using Relations.Generator.Model;

namespace Relations.Generator.Emitting;

/// <summary>Emits what a record's <c>ToString</c> shows: its members, the relations left out.</summary>
internal static class PrintMembersEmitter
{
    public static void Emit(SourceWriter writer, PrintMembersModel print)
    {
        writer.Write("/// <summary>Shows the columns; what was included is no part of what the record is.</summary>");
        using (writer.Open($"{print.Modifiers} bool PrintMembers(global::System.Text.StringBuilder builder)"))
        {
            if (print.CallsBase)
            {
                EmitBase(writer, print);
            }

            var separator = "";
            foreach (var member in print.Members)
            {
                writer.Write($"builder.Append({CSharpText.Literal($"{separator}{member.Name} = ")}).Append({(member.Reader is null ? $"(object?){CSharpText.Identifier(member.Name)}" : member.Reader + "()")});");
                separator = ", ";
            }

            if (!print.CallsBase || print.Members.Count > 0)
            {
                writer.Write($"return {(print.Members.Count > 0 ? "true" : "false")};");
            }
        }

        foreach (var member in print.Members.Where(static member => member.Reader is not null))
        {
            writer.Line();
            writer.Write($"""
                [global::System.Obsolete] // as {member.Name} is (CS0619)
                private object? {member.Reader}() => {CSharpText.Identifier(member.Name)};
                """);
        }
    }

    private static void EmitBase(SourceWriter writer, PrintMembersModel print) =>
        writer.Write(print.Members.Count == 0 ? "return base.PrintMembers(builder);" : "if (base.PrintMembers(builder)) builder.Append(\", \");");
}
