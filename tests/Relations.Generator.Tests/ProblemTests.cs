using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Relations.Generator.Parsing;
using Relations.Testing;

namespace Relations.Generator.Tests;

/// <summary>What the parser finds wrong, and exactly where. Each span stands between [| and |].</summary>
public sealed class ProblemTests
{
    private const string Patient = "[Entity] public partial class Patient { public int Id { get; set; } }";

    [Test]
    public void REL0001_an_entity_lacks_a_primary_key() => AssertFound(
        "[Entity] public class [|Doctor|] { public string Name { get; set; } = \"\"; }",
        ProblemKind.EntityLacksPrimaryKey, "Doctor", "add a property 'Id', or mark its key with [Key]");

    [TestCase("public int Id { get; }", "'Id' cannot be it: it has no setter, and no parameter of the constructor is named after it; declare it as public int Id { get; init; }, or mark its key with [Key]")]
    [TestCase("public string? doctorid { get; set; }", "'doctorid' differs in case from 'DoctorId'; name it so, or mark it with [Key]")]
    public void REL0001_what_looks_like_the_key_is_none(string property, string remedy) => AssertFound(
        $"[Entity] public class [|Doctor|] {{ {property} }}", ProblemKind.EntityLacksPrimaryKey, "Doctor", remedy);

    [TestCase("public abstract class [|Doctor|] { public int Id { get; set; } }", "it is abstract, and no entity of the project derives from it")]
    [TestCase("public static class [|Doctor|] { }", "it is static")]
    [TestCase("public class [|Doctor|]<T> { public int Id { get; set; } }", "it is generic")]
    [TestCase("file class [|Doctor|] { public int Id { get; set; } }", "it is local to a file")]
    [TestCase("public class [|Doctor|](int number) { public int Id { get; set; } public int N => number; }", "it has no constructor whose parameters all have the names and types of properties")]
    public void REL0002_an_entity_cannot_be_mapped(string entity, string reason) =>
        AssertFound("[Entity] " + entity, ProblemKind.EntityCannotBeMapped, "Doctor", reason);

    [Test]
    public void REL0002_a_private_entity_cannot_be_mapped() => AssertFound(
        "public class Outer { [Entity] private class [|Doctor|] { public int Id { get; set; } } }",
        ProblemKind.EntityCannotBeMapped, "Doctor", "it is less accessible than its repository");

    [TestCase("Timestamp")]
    [TestCase("ConcurrencyCheck")]
    public void REL0002_a_key_counts_its_updates(string attribute) => AssertFound(
        $"[Entity] public class Doctor {{ [{attribute}] public int [|Id|] {{ get; set; }} }}",
        ProblemKind.EntityCannotBeMapped, "Doctor", $"its key Id is marked [{attribute}], so that every update would change it");

    [TestCase("[Entity(Unique = [|[\"Name\", \"Name\"]|])]", "its Unique names 'Name' twice")]
    [TestCase("[Entity(Unique = [|new string[0]|])]", "its Unique names no property")]
    [TestCase("[Entity, [|Table(\" \")|]]", "the name of its table is empty")]
    public void REL0002_an_entitys_settings_name_nothing(string attributes, string reason) => AssertFound(
        attributes + " public class Doctor { public int Id { get; set; } public string? Name { get; set; } }",
        ProblemKind.EntityCannotBeMapped, "Doctor", reason);

    [Test]
    public void REL0002_a_columns_name_is_empty() => AssertFound(
        "[Entity] public class Doctor { public int Id { get; set; } [[|Column(\"\")|]] public string? Name { get; set; } }",
        ProblemKind.EntityCannotBeMapped, "Doctor", "the name of the column of Name is empty");

    [Test]
    public void REL0003_a_propertys_type_has_no_column() => AssertFound(
        "[Entity] public class Doctor { public int Id { get; set; } public [|System.Uri?|] Home { get; set; } }",
        ProblemKind.PropertyTypeHasNoColumn, "Doctor", "Home", "System.Uri?", "", "change it, or mark it [NotMapped]", "");

    [TestCase("Patient?", "[BelongsTo] or [HasOne]", "BelongsTo,HasOne")]
    [TestCase("Patient[]", "[HasMany]", "HasMany")]
    [TestCase("IEnumerable<Patient>", "[HasMany]", "HasMany")]
    [TestCase("System.Collections.Generic.List<Patient>?", "[HasMany]", "HasMany")]
    [TestCase("System.Collections.Generic.HashSet<Patient?>", "[HasMany]", "HasMany")]
    public void REL0003_a_relation_is_not_marked(string type, string attribute, string candidates) => AssertFound(
        $"[Entity] public class Doctor {{ public int Id {{ get; set; }} public [|{type}|] Home {{ get; set; }} = null!; }}" + Patient,
        ProblemKind.PropertyTypeHasNoColumn, "Doctor", "Home", type.Replace("IEnumerable<", "System.Collections.Generic.IEnumerable<", StringComparison.Ordinal), "", $"mark it {attribute} to make it a relation to Patient, or [NotMapped] if it is none", candidates);

    [Test]
    public void REL0004_a_target_is_no_entity() => AssertFound(
        "[Entity] public partial class Doctor { public int Id { get; set; } [HasMany] public partial [|IReadOnlyList<Nurse>|] Nurses { get; } } public class Nurse;",
        ProblemKind.RelatedTypeIsNoEntity, "Nurse", "Doctor", "Nurses", "");

    [Test]
    public void REL0004_a_through_model_is_no_entity() => AssertFound(
        "[Entity] public partial class Doctor { public int Id { get; set; } [HasMany(through: [|typeof(Visit)|])] public partial IReadOnlyList<Patient> Patients { get; } } public class Visit;" + Patient,
        ProblemKind.RelatedTypeIsNoEntity, "Visit", "Doctor", "Patients", "");

    [Test]
    public void REL0004_a_target_cannot_be_an_entity() => AssertFound(
        "[Entity] public partial class Doctor { public int Id { get; set; } [BelongsTo] public partial [|INurse?|] Nurse { get; } } public interface INurse;",
        ProblemKind.RelatedTypeIsNoEntity, "INurse", "Doctor", "Nurse", "it cannot be one, for it is neither a class nor a record class");

    [Test]
    public void REL0004_a_target_is_of_several_types() => AssertFound(
        "[Entity] public partial class Doctor { public int Id { get; set; } [BelongsTo] public partial [|IPerson?|] Friend { get; } } public interface IPerson; [Entity] public partial class Nurse : IPerson { public int Id { get; set; } }",
        ProblemKind.RelatedTypeIsNoEntity, "IPerson", "Doctor", "Friend", "to relate to the entities that are one (Nurse), set Polymorphic = true");

    [Test]
    public void REL0005_two_properties_have_one_column() => AssertFound(
        "[Entity] public class Doctor { public int Id { get; set; } [Column(\"id\")] public int [|Number|] { get; set; } }",
        ProblemKind.MappingIsNotUnique, "Number", "Id", "id");

    [Test]
    public void REL0006_an_emitted_name_is_taken() => AssertFound(
        "[Entity] public class [|Doctor|] { public int Id { get; set; } } public class DoctorPatch;",
        ProblemKind.EmittedNameClashes, "DoctorPatch", "Doctor");

    [TestCase("public class Ward { [Entity] public class [|Doctor|] { public int Id { get; set; } } } [Entity] public class Doctor { public int Id { get; set; } }")]
    [TestCase("[Entity] public class Doctor { public int Id { get; set; } } public class Ward { [Entity] public class [|Doctor|] { public int Id { get; set; } } }")]
    public void REL0006_a_nested_entity_has_the_name_of_another(string source)
    {
        var nested = source.IndexOf("[|", StringComparison.Ordinal);
        var compilation = ModelCompilation.Of(Usings + source.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal));
        var problems = compilation.GetSymbolsWithName("Doctor", SymbolFilter.Type).OfType<INamedTypeSymbol>().SelectMany(type => EntityParser.Parse(type, compilation, default).Problems).ToList();

        Assert.That(problems.Select(static problem => (problem.Kind, problem.Location.SourceSpan.Start)), Is.EqualTo([(ProblemKind.EmittedNameClashes, Usings.Length + nested)]));
    }

    [Test]
    public void REL0008_a_concurrency_token_is_no_integer() => AssertFound(
        "[Entity] public class Doctor { public int Id { get; set; } [System.ComponentModel.DataAnnotations.Timestamp] public [|byte[]?|] Version { get; set; } }",
        ProblemKind.ConcurrencyTokenIsNoInteger, "Doctor", "Version", "byte[]?", "Timestamp");

    [Test]
    public void REL0009_a_json_name_is_not_unique() => AssertFound(
        "[Entity] public class Doctor { public int Id { get; set; } [[|System.Text.Json.Serialization.JsonPropertyName(\"id\")|]] public string? Name { get; set; } }",
        ProblemKind.JsonNameIsNotUnique, "Doctor", "Name", "Id", "id");

    [Test]
    public void REL0101_the_through_model_lacks_the_source_key() => AssertFound(
        Through("[HasMany(through: [|typeof(Visit)|])]", "public int PatientId { get; set; }"),
        ProblemKind.ThroughModelLacksSourceKey, "Visit", "Doctor", "DoctorId", "int");

    [Test]
    public void REL0102_the_through_model_lacks_the_target_key() => AssertFound(
        Through("[HasMany(through: [|typeof(Visit)|])]", "public int DoctorId { get; set; }"),
        ProblemKind.ThroughModelLacksTargetKey, "Visit", "Patient", "PatientId", "int");

    [TestCase("KeyFrom = [|\"Idd\"|]", "Doctor", "Idd", "KeyFrom", "Id")]
    [TestCase("KeyTo = [|\"Nothing\"|]", "Patient", "Nothing", "KeyTo", "")]
    [TestCase("ThroughKeyFrom = [|\"DoctrId\"|]", "Visit", "DoctrId", "ThroughKeyFrom", "DoctorId")]
    [TestCase("ThroughKeyTo = [|\"PatientID\"|]", "Visit", "PatientID", "ThroughKeyTo", "PatientId")]
    public void REL0103_a_named_key_does_not_exist(string setting, params string[] arguments) => AssertFound(
        Through($"[HasMany(through: typeof(Visit), {setting})]", "public int DoctorId { get; set; } public int PatientId { get; set; }"),
        ProblemKind.NamedKeyDoesNotExist, arguments);

    [Test]
    public void REL0104_both_ends_use_one_key() => AssertFound(
        "[Entity] public partial class User { public int Id { get; set; } [HasMany(through: [|typeof(Follow)|])] public partial IReadOnlyList<User> Friends { get; } }" +
        "[Entity] public partial class Follow { public int Id { get; set; } public int UserId { get; set; } }",
        ProblemKind.SelfThroughKeysAreTheSame, "Follow", "User", "UserId");

    [Test]
    public void REL0104_both_ends_would_look_for_one_key_that_is_not_there() => AssertFound(
        "[Entity] public partial class User { public int Id { get; set; } [HasMany(through: [|typeof(Follow)|])] public partial IReadOnlyList<User> Friends { get; } }" +
        "[Entity] public partial class Follow { public int Id { get; set; } public int FolloweeId { get; set; } public int FollowerId { get; set; } }",
        ProblemKind.SelfThroughKeysAreTheSame, "Follow", "User", "UserId");

    [Test]
    public void REL0105_a_foreign_keys_type_differs() => AssertFound(
        Through("[HasMany(through: [|typeof(Visit)|])]", "public int DoctorId { get; set; } public long PatientId { get; set; }"),
        ProblemKind.ForeignKeyTypeDiffers, "Visit", "PatientId", "long", "Patient", "Id", "int");

    [TestCase("[HasMany] public partial [|Patient|] Patients { get; }", "Patient", "a list of the target")]
    [TestCase("[HasMany] public partial [|HashSet<Patient>|] Patients { get; }", "System.Collections.Generic.HashSet<Patient>", "a list of the target")]
    [TestCase("[HasMany] public partial [|IReadOnlyList<int>|] Patients { get; }", "System.Collections.Generic.IReadOnlyList<int>", "a list of the target")]
    [TestCase("[HasMany] public partial [|IReadOnlyList<Link<Patient, Visit>>|] Patients { get; }", "System.Collections.Generic.IReadOnlyList<Relations.Link<Patient, Visit>>", "a list of the target, or [HasMany(through: typeof(Visit))]")]
    [TestCase("[BelongsTo] public partial [|Patient[]|] Patients { get; }", "Patient[]", "the target")]
    public void REL0106_a_relation_propertys_type_is_not_supported(string property, string type, string expected) => AssertFound(
        $"[Entity] public partial class Doctor {{ public int Id {{ get; set; }} {property} }} [Entity] public class Visit {{ public int Id {{ get; set; }} }}" + Patient,
        ProblemKind.RelationPropertyTypeIsNotSupported, "Doctor", "Patients", type, expected);

    [TestCase("HasMany", "IReadOnlyList<Patient>")]
    [TestCase("HasOne", "Patient?")]
    public void REL0107_the_target_lacks_the_foreign_key(string attribute, string type) => AssertFound(
        $"[Entity] public partial class Doctor {{ public int Id {{ get; set; }} [{attribute}] public partial [|{type}|] Patients {{ get; }} }}" + Patient,
        ProblemKind.TargetLacksForeignKey, "Patient", "Doctor", "DoctorId", "int", attribute == "HasMany" ? ", or the model that stands between both with through" : "", "");

    [Test]
    public void REL0108_the_source_lacks_the_foreign_key() => AssertFound(
        "[Entity] public partial class Doctor { public int Id { get; set; } [BelongsTo] public partial [|Patient?|] Patient { get; } }" + Patient,
        ProblemKind.SourceLacksForeignKey, "Doctor", "Patient", "PatientId", "int", "", "");

    [TestCase("HasOne", "", "public int PatientId { get; set; }", ProblemKind.TargetLacksForeignKey, "BelongsTo")]
    [TestCase("BelongsTo", "public int DoctorId { get; set; }", "", ProblemKind.SourceLacksForeignKey, "HasOne")]
    public void REL0107_0108_the_other_model_has_the_foreign_key(string attribute, string onPatient, string onDoctor, object kind, string other)
    {
        var (holder, end) = attribute == "HasOne" ? ("Patient", "Doctor") : ("Doctor", "Patient");
        AssertFound(
            $"[Entity] public partial class Doctor {{ public int Id {{ get; set; }} {onDoctor} [{attribute}] public partial [|Patient?|] Patient {{ get; }} }} [Entity] public class Patient {{ public int Id {{ get; set; }} {onPatient} }}",
            (ProblemKind)kind, holder, end, $"{end}Id", "int", $"; {end} has {holder}Id to refer to {holder}, so that [{other}] may be meant", other);
    }

    [TestCase("", "no [Entity] of this project is an IItem")]
    [TestCase(", Targets = [|[]|]", "it names no targets")]
    public void REL0110_there_are_no_targets(string targets, string reason) => AssertFound(
        $"public interface IItem {{ }} [Entity] public partial class Doctor {{ public int Id {{ get; set; }} [HasMany(through: {(targets.Length == 0 ? "[|typeof(Note)|]" : "typeof(Note)")}, Polymorphic = true{targets})] public partial IReadOnlyList<IItem> Items {{ get; }} }}" +
        "[Entity] public class Note { public int Id { get; set; } public int DoctorId { get; set; } public int IItemId { get; set; } public string IItemType { get; set; } = \"\"; }",
        ProblemKind.PolymorphicTargetsAreUnclear, "Doctor", "Items", reason);

    [Test]
    public void REL0111_several_foreign_keys_could_be_meant() => AssertFound(
        Through(
            "[HasMany(through: [|typeof(Visit)|])]",
            """
            public int DoctorId { get; set; } public int NurseId { get; set; } public int PatientId { get; set; }
            [BelongsTo] public partial Doctor? Doctor { get; } [BelongsTo(KeyFrom = "NurseId")] public partial Doctor? Nurse { get; }
            """),
        ProblemKind.ForeignKeyIsAmbiguous, "Visit", "Doctor", "DoctorId, NurseId", "ThroughKeyFrom");

    [Test]
    public void REL0112_a_relation_property_needs_a_setter_before_CSharp_13()
    {
        var source = Usings + "[Entity] public class Doctor { public int Id { get; set; } [HasMany(KeyTo = \"Id\")] public IReadOnlyList<Patient>? Patients { get; } }" + Patient;
        var problem = Parse(ModelCompilation.Of(source, LanguageVersion.CSharp12), "Doctor").Single();

        Assert.That(problem.Arguments, Is.EqualTo(new[] { "Doctor", "Patients", "it has no setter; give it one, for this project's version of C# has no partial properties" }));
    }

    [TestCase("public class", "public IReadOnlyList<Patient>? [|Patients|] { get; }", "it has no setter and is not partial; make it partial, on a partial type")]
    [TestCase("public class", "public partial IReadOnlyList<Patient> [|Patients|] { get; }", "Doctor is not partial; make it so")]
    [TestCase("public partial class", "private partial IReadOnlyList<Patient> [|Patients|] { get; }", "it is out of reach for what is generated; make it public or internal")]
    [TestCase("public class", "protected List<Patient>? [|Patients|] { get; set; }", "it is out of reach for what is generated; make it public or internal")]
    [TestCase("public partial class", "public partial IReadOnlyList<Patient> [|Patients|] { get; } public partial IReadOnlyList<Patient> Patients => [];", "its implementation is your own and has no setter; give it one, or remove it to have it generated")]
    public void REL0112_a_relation_property_can_be_neither_set_nor_generated(string type, string property, string reason) => AssertFound(
        $"[Entity] {type} Doctor {{ public int Id {{ get; set; }} [HasMany(KeyTo = \"Id\")] {property} }}" + Patient,
        ProblemKind.RelationPropertyCannotBeSet, "Doctor", "Patients", reason);

    [TestCase("[Entity] public partial class Person", "partial List<Patient>? Patients { get; }")]
    [TestCase("[Entity] public partial class Person", "partial List<Patient>? Patients { get; set; }")]
    [TestCase("[Entity] public class Person", "List<Patient>? Patients { get; }")]
    [TestCase("public abstract class Person", "List<Patient>? Patients { get; }")]
    public void REL0112_an_inherited_relation_property_can_be_neither_set_nor_generated(string type, string property) => AssertFound(
        $"[Entity] public partial class [|Doctor|] : Person;{type} {{ public int Id {{ get; set; }} [HasMany(KeyTo = \"Id\")] public {property} }}" + Patient,
        ProblemKind.RelationPropertyCannotBeSet, "Doctor", "Patients",
        "it belongs to Person, where alone it is filled; declare it there as an ordinary property with a setter ({ get; set; }), and Doctor has the relation too");

    [TestCase("[HasMany, HasOne] public List<Patient>? [|Patients|] { get; set; }", "it is both has-many and has-one")]
    [TestCase("[HasMany, NotMapped] public List<Patient>? [|Patients|] { get; set; }", "it is both a relation and not mapped")]
    [TestCase("[HasMany, Key] public List<Patient>? [|Patients|] { get; set; }", "it is both a relation and a column")]
    [TestCase("[HasMany, Unique] public List<Patient>? [|Patients|] { get; set; }", "it is both a relation and a column")]
    [TestCase("[HasMany, Timestamp] public List<Patient>? [|Patients|] { get; set; }", "it is both a relation and a column")]
    [TestCase("[HasMany(KeyTo = \"Id\"), ForeignKey(\"DoctorId\")] public List<Patient>? [|Patients|] { get; set; }", "[ForeignKey] names 'DoctorId', and the relation 'Id'; remove one of the two")]
    [TestCase("[HasMany(through: typeof(Patient)), ForeignKey(\"DoctorId\")] public List<Link<Patient, Patient>>? [|Patients|] { get; set; }", "[ForeignKey] names no key of a through model; use ThroughKeyFrom and ThroughKeyTo")]
    [TestCase("[HasMany(ThroughKeyTo = \"x\")] public List<Patient>? [|Patients|] { get; set; }", "it names keys of a through model, but no through model")]
    [TestCase("[HasMany(through: typeof(Patient))] public List<Patient>? [|Patients|] { get; set; }", "its list is of the through model itself; list the target, or leave Patient out of the attribute")]
    public void REL0113_attributes_contradict(string property, string contradiction) => AssertFound(
        $"[Entity] public class Doctor {{ [Key] public int Id {{ get; set; }} {property} }}" + Patient,
        ProblemKind.RelationContradicts, "Doctor", "Patients", contradiction);

    [TestCase("public int DoctorId { get; set; } public int PatientId { get; set; } public int NurseId { get; set; }", "DoctorId, PatientId")]
    [TestCase("public int PatientId { get; set; } public int NurseId { get; set; } public int DoctorId { get; set; }", "PatientId, DoctorId")]
    public void REL0113_a_relation_does_not_link_by_the_pair_that_is_the_key(string keys, string pair) => AssertFound(
        $$"""
        [Entity] public partial class Doctor
        {
            public int Id { get; set; }
            [HasMany(through: typeof(Visit))] public partial IReadOnlyList<Patient> Patients { get; }
            [HasMany(through: [|typeof(Visit)|])] public partial IReadOnlyList<Nurse> Nurses { get; }
        }
        [Entity] public class Nurse { public int Id { get; set; } }
        [Entity] public class Visit { {{keys}} }
        """ + Patient,
        ProblemKind.RelationContradicts, "Doctor", "Nurses", $"Visit has no key of its own, so that {pair} are taken for it, and this relation links by DoctorId and NurseId; mark the key of Visit with [Key]");

    [Test]
    public void REL0113_two_relations_have_one_name() => AssertFound(
        "[Entity] public class Doctor { public int Id { get; set; } [HasMany(KeyTo = \"Id\")] public List<Patient>? Patients { get; set; } [HasMany(KeyTo = \"Id\", Name = [|\"patients\"|])] public List<Patient>? Others { get; set; } }" + Patient,
        ProblemKind.RelationContradicts, "Doctor", "Others", "Patients has the name 'patients' already");

    private const string Topics = """
        public interface ITopic { int Id { get; } }
        [Entity] public partial class Post : ITopic { public int Id { get; set; } [HasMany(Polymorphic = true, KeyTo = nameof(Comment.TopicId))] public partial IReadOnlyList<Comment> Comments { get; } }
        [Entity] public partial class Comment { public int Id { get; set; } public int TopicId { get; set; } public string TopicType { get; set; } = ""; [BelongsTo(Polymorphic = true, KeyFrom = nameof(TopicId))] public partial ITopic? Topic { get; } }
        """;

    [Test]
    public void REL0113_a_relation_goes_by_the_key_of_a_polymorphic_one() => AssertFound(
        "[Entity] public partial class Doctor : ITopic { public int Id { get; set; } [HasMany(KeyTo = nameof(Comment.TopicId))] public partial IReadOnlyList<Comment> [|Comments|] { get; } }" + Topics,
        ProblemKind.RelationContradicts, "Doctor", "Comments", "its foreign key TopicId is that of the polymorphic relation Comment.Topic, and refers to other types too; set Polymorphic = true");

    [Test]
    public void REL0113_a_link_goes_by_the_key_of_a_polymorphic_one() => AssertFound(
        """
        [Entity] public partial class Doctor
        {
            public int Id { get; set; }
            [HasMany(through: typeof(Note), Polymorphic = true)] public partial IReadOnlyList<ITopic> Topics { get; }
            [HasMany(through: typeof(Note), ThroughKeyTo = "ITopicId")] public partial IReadOnlyList<Post> [|Posts|] { get; }
        }
        [Entity] public class Note { public int Id { get; set; } public int DoctorId { get; set; } public int ITopicId { get; set; } public string ITopicType { get; set; } = ""; }
        """ + Topics,
        ProblemKind.RelationContradicts, "Doctor", "Posts", "its foreign key ITopicId is that of the polymorphic relation Doctor.Topics, and refers to other types too; use that relation, or another key");

    private const string Tagging = """
        public interface IContent { int Id { get; } }
        [Entity] public class Tagging { public int Id { get; set; } public int TagId { get; set; } public int OwnerId { get; set; } public string OwnerType { get; set; } = ""; [BelongsTo(Polymorphic = true, KeyFrom = nameof(OwnerId))] public IContent? Owner { get; set; } }
        [Entity] public class Picture : IContent { public int Id { get; set; } }
        """;

    [Test]
    public void REL0113_a_link_goes_by_a_key_that_the_through_model_says_is_polymorphic() => AssertFound(
        "[Entity] public partial class Tag { public int Id { get; set; } [HasMany(through: typeof(Tagging), ThroughKeyTo = \"OwnerId\")] public partial IReadOnlyList<Picture> [|Pictures|] { get; } }" + Tagging, "Tag",
        ProblemKind.RelationContradicts, "Tag", "Pictures", "its foreign key OwnerId is that of the polymorphic relation Tagging.Owner, and refers to other types too; lead to all of them with Polymorphic = true, or use another key");

    [Test]
    public void REL0113_a_source_is_none_of_the_types_of_the_links_key() => AssertFound(
        "[Entity] public partial class Shop { public int Id { get; set; } [HasMany(through: typeof(Tagging), ThroughKeyFrom = \"OwnerId\", ThroughKeyTo = \"TagId\")] public partial IReadOnlyList<Tag> [|Tags|] { get; } }" +
        "[Entity] public class Tag { public int Id { get; set; } }" + Tagging, "Shop",
        ProblemKind.RelationContradicts, "Shop", "Tags", "its foreign key OwnerId is that of the polymorphic relation Tagging.Owner, and refers to other types too; make Shop an IContent, or use another key");

    [Test]
    public void REL0113_a_source_of_several_types_is_none_of_those_of_the_links_key() => AssertFound(
        """
        [Entity] public partial class Shop { public int Id { get; set; } [HasMany(through: typeof(Grant), ThroughKeyFrom = "OwnerId", Polymorphic = true)] public partial IReadOnlyList<IPrize> [|Prizes|] { get; } }
        public interface IOwner { int Id { get; } }
        public interface IPrize { int Id { get; } }
        [Entity] public class Grant { public int Id { get; set; } public int OwnerId { get; set; } public string OwnerType { get; set; } = ""; public int IPrizeId { get; set; } public string IPrizeType { get; set; } = ""; [BelongsTo(Polymorphic = true, KeyFrom = "OwnerId")] public IOwner? Owner { get; set; } }
        [Entity] public class Person : IOwner { public int Id { get; set; } }
        [Entity] public class Cup : IPrize { public int Id { get; set; } }
        """, "Shop",
        ProblemKind.RelationContradicts, "Shop", "Prizes", "its foreign key OwnerId is that of the polymorphic relation Grant.Owner, and refers to other types too; make Shop an IOwner, or use another key");

    [Test]
    public void REL0113_a_link_goes_by_a_key_that_its_target_says_is_polymorphic() => AssertFound(
        """
        [Entity] public partial class Tag { public int Id { get; set; } [HasMany(through: typeof(Badge), ThroughKeyTo = "BearerId")] public partial IReadOnlyList<Guard> [|Guards|] { get; } }
        [Entity] public class Badge { public int Id { get; set; } public int TagId { get; set; } public int BearerId { get; set; } public string BearerType { get; set; } = ""; }
        [Entity] public partial class Guard { public int Id { get; set; } [HasMany(Polymorphic = true, KeyTo = "BearerId")] public partial IReadOnlyList<Badge> Badges { get; } }
        """, "Tag",
        ProblemKind.RelationContradicts, "Tag", "Guards", "its foreign key BearerId is that of the polymorphic relation Guard.Badges, and refers to other types too; lead to all of them with Polymorphic = true, or use another key");

    [Test]
    public void REL0103_ForeignKey_names_a_key_that_does_not_exist() => AssertFound(
        "[Entity] public class Doctor { public int Id { get; set; } [HasMany, ForeignKey([|\"Nothing\"|])] public List<Visit>? Visits { get; set; } [HasMany, ForeignKey(\"OwnerId\")] public List<Visit>? Owned { get; set; } }" +
        "[Entity] public class Visit { public int Id { get; set; } public int DoctorId { get; set; } public int OwnerId { get; set; } }",
        ProblemKind.NamedKeyDoesNotExist, "Visit", "Nothing", "KeyTo", "");

    [Test]
    public void REL0114_a_key_is_not_unique() => AssertFound(
        "[Entity] public class Doctor { public int Id { get; set; } public int Number { get; set; } [HasMany(KeyFrom = [|nameof(Number)|], KeyTo = \"Id\")] public List<Patient>? Patients { get; set; } }" + Patient,
        ProblemKind.KeyIsNotUnique, "Doctor", "Number", "mark it [Unique]");

    [Test]
    public void REL0114_several_properties_are_not_unique_together() => AssertFound(
        "[Entity] public class Doctor { public int Id { get; set; } public int A { get; set; } public int B { get; set; } [HasMany(KeyFrom = [|\"A, B\"|], KeyTo = \"X, Y\")] public List<Visit>? Visits { get; set; } }" +
        "[Entity] public class Visit { public int Id { get; set; } public int X { get; set; } public int Y { get; set; } }",
        ProblemKind.KeyIsNotUnique, "Doctor", "A, B", "name its parts in [Entity(Unique = [...])]");

    [Test]
    public void REL0115_links_are_not_unique() => AssertFound(
        "[Entity] public class Doctor { public int Id { get; set; } [HasMany(through: typeof(Visit))] public List<Patient>? Patients { get; set; } }" + Patient +
        "[Entity] public class [|Visit|] { public int Id { get; set; } public int DoctorId { get; set; } public int PatientId { get; set; } }",
        "Visit", ProblemKind.LinksAreNotUnique, "Visit", "DoctorId", "PatientId");

    [TestCase("[HasOne(KeyTo = \"Id\")] public partial [|Patient|] Patient { get; }")]
    [TestCase("public int? PatientId { get; set; } [BelongsTo] public partial [|Patient|] Patient { get; }")]
    public void REL0116_a_relation_property_should_be_nullable(string property) => AssertFound(
        $"[Entity] public partial class Doctor {{ public int Id {{ get; set; }} {property} }}" + Patient,
        ProblemKind.RelationPropertyShouldBeNullable, "Doctor", "Patient");

    [Test]
    public void REL0117_the_inverse_uses_other_keys() => AssertFound(
        "[Entity] public class Doctor { public int Id { get; set; } [HasMany(through: [|typeof(Visit)|])] public List<Patient>? Patients { get; set; } }" +
        "[Entity] public class Patient { public int Id { get; set; } [HasMany(through: typeof(Visit), ThroughKeyFrom = \"OtherId\")] public List<Doctor>? Doctors { get; set; } }" +
        "[Entity] public class Visit { public int Id { get; set; } public int DoctorId { get; set; } public int PatientId { get; set; } public int OtherId { get; set; } }",
        ProblemKind.InverseUsesOtherKeys, "Doctor", "Patients", "Patient", "Doctors", "Visit");

    [Test]
    public void REL0118_a_relation_is_initialized() => AssertFound(
        "[Entity] public class Doctor { public int Id { get; set; } [HasMany(KeyTo = \"Id\")] public List<Patient> Patients { get; set; } = [|new()|]; }" + Patient,
        ProblemKind.RelationIsInitialized, "Doctor", "Patients");

    [TestCase("KeyTo = \"OwnerId\"", "OwnerId", "Id")]
    [TestCase("KeyFrom = \"Number, Code\", KeyTo = \"OwnerNumber, OwnerCode\"", "(OwnerNumber, OwnerCode)", "(Number, Code)")]
    public void REL0119_a_foreign_key_refers_to_two_models(string settings, string foreignKey, string key)
    {
        const string columns = "public int Id { get; set; } public int Number { get; set; } public int Code { get; set; }";
        var source = Usings +
            $"[Entity] public class Doctor {{ {columns} [HasMany({settings})] public List<Visit>? Visits {{ get; set; }} }} [Entity] public class Nurse {{ {columns} [HasMany({settings})] public List<Visit>? Visits {{ get; set; }} }}" +
            "[Entity] public class Visit { public int Id { get; set; } public int OwnerId { get; set; } public int OwnerNumber { get; set; } public int OwnerCode { get; set; } }";
        var compilation = ModelCompilation.Of(source);
        var register = new ForeignKeyRegister();
        foreach (var type in new[] { "Nurse", "Visit", "Doctor" }.SelectMany(name => compilation.GetSymbolsWithName(name, SymbolFilter.Type)).OfType<INamedTypeSymbol>())
        {
            register.Add(type, EntityParser.Parse(type, compilation, default));
        }

        var problem = register.Problems(compilation, default).Single();

        Assert.Multiple(() =>
        {
            Assert.That(problem.Kind, Is.EqualTo(ProblemKind.ForeignKeyRefersToTwoModels));
            Assert.That(problem.Location.SourceSpan.Start, Is.EqualTo(source.LastIndexOf("Visits", StringComparison.Ordinal)), "start");
            Assert.That(problem.Location.SourceSpan.Length, Is.EqualTo("Visits".Length), "length");
            Assert.That(problem.Arguments, Is.EqualTo(new[] { "Visit", foreignKey, $"Nurse.{key}", "Nurse.Visits", $"Doctor.{key}", "Doctor.Visits" }));
        });
    }

    [Test]
    public void Finds_nothing_wrong_with_sound_models()
    {
        var compilation = ModelCompilation.Of(Usings + Through("[HasMany(through: typeof(Visit))]", "public int DoctorId { get; set; } public int PatientId { get; set; } public int Fee { get; set; }"));

        Assert.That(new[] { "Doctor", "Patient", "Visit" }.SelectMany(name => Parse(compilation, name)), Is.Empty);
    }

    private const string Usings = """
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;
        using Relations;

        """;

    private static string Through(string attribute, string visit) =>
        $"[Entity] public partial class Doctor {{ public int Id {{ get; set; }} {attribute} public partial IReadOnlyList<Patient> Patients {{ get; }} }}\n" + Patient +
        $"\n[Entity] public partial class Visit {{ public int Id {{ get; set; }} {visit} }}";

    private static void AssertFound(string marked, ProblemKind kind, params string[] arguments) => AssertFound(marked, "", kind, arguments);

    private static void AssertFound(string marked, string entity, ProblemKind kind, params string[] arguments)
    {
        var source = Usings + marked;
        var start = source.IndexOf("[|", StringComparison.Ordinal);
        var end = source.IndexOf("|]", StringComparison.Ordinal) - 2;
        var compilation = ModelCompilation.Of(source.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal));

        var problems = Parse(compilation, entity.Length > 0 ? entity : marked.Contains("class User ", StringComparison.Ordinal) ? "User" : "Doctor");

        Assert.That(problems, Has.Count.EqualTo(1), string.Join("\n", problems));
        Assert.Multiple(() =>
        {
            Assert.That(problems[0].Kind, Is.EqualTo(kind));
            Assert.That(problems[0].Location.SourceSpan.Start, Is.EqualTo(start), "start");
            Assert.That(problems[0].Location.SourceSpan.End, Is.EqualTo(end), "end");
            Assert.That(problems[0].Arguments, Is.EqualTo(arguments));
        });
    }

    private static List<Problem> Parse(Compilation compilation, string entity)
    {
        var type = compilation.GetSymbolsWithName(entity, SymbolFilter.Type).OfType<INamedTypeSymbol>().Single();
        return [.. EntityParser.Parse(type, compilation, default).Problems];
    }
}
