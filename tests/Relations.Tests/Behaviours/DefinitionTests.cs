using Relations.Definitions;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>LoopBack's behaviours 1 to 18, as far as they can be seen at run time.</summary>
[TestFixture]
public sealed class DefinitionTests
{
    private static HasManyDefinition Patients => (HasManyDefinition)DoctorRepository.Definition.Relations["patients"];

    [Test]
    public void L001_A_relation_with_through_is_of_type_hasMany_and_targets_many()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Patients.Type, Is.EqualTo(RelationType.HasMany));
            Assert.That(Patients.TargetsMany);
            Assert.That(Patients.Source, Is.SameAs(DoctorRepository.Definition));
            Assert.That(Patients.Target, Is.SameAs(PatientRepository.Definition));
            Assert.That(Patients.Through!.Model, Is.SameAs(AppointmentRepository.Definition));
        }
    }

    [Test]
    public void L001_A_relation_without_through_has_none()
    {
        var orders = (HasManyDefinition)CustomerRepository.Definition.Relations["orders"];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(orders.TargetsMany);
            Assert.That(orders.Through, Is.Null);
            Assert.That(DoctorRepository.Definition.Relations["licence"].TargetsMany, Is.False);
            Assert.That(DoctorRepository.Definition.Relations["licence"].Type, Is.EqualTo(RelationType.HasOne));
            Assert.That(AppointmentRepository.Definition.Relations["doctor"].Type, Is.EqualTo(RelationType.BelongsTo));
        }
    }

    [Test]
    public void L002_The_name_is_the_property_in_camel_case_unless_one_is_given()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Patients.Name, Is.EqualTo("patients"));
            Assert.That(Patients.Property, Is.EqualTo("Patients"));
            Assert.That(SampleRepository.Definition.Relations.Keys, Is.EquivalentTo(["parts", "marks", "markings"]));
            Assert.That(TreeRepository.Definition.Relations["offspring"].Property, Is.EqualTo("Children"));
            Assert.That(TreeRepository.Definition.Relations.ContainsKey("children"), Is.False);
        }
    }

    [Test]
    public void L003_A_relation_property_is_no_column()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(DoctorRepository.Definition.Properties.Select(static property => property.Name), Is.EqualTo(["Id", "Name"]));
            Assert.That(ShelfRepository.Definition.Properties.Select(static property => property.Name), Is.EqualTo(["Id", "Name"]));
            Assert.That(typeof(DoctorPatch).GetProperties().Select(static property => property.Name), Is.EqualTo(["Name"]));
            Assert.That(typeof(ShelfPatch).GetProperties().Select(static property => property.Name), Is.EqualTo(["Name"]));
        }
    }

    [Test]
    public void L005_Keys_default_to_the_primary_keys_and_the_through_keys_to_the_models_names()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Patients.KeyFrom, Is.EqualTo("Id"));
            Assert.That(Patients.KeyTo, Is.EqualTo("Pid"));
            Assert.That(Patients.Through!.KeyFrom, Is.EqualTo("DoctorId"));
            Assert.That(Patients.Through.KeyTo, Is.EqualTo("PatientId"));
        }
    }

    [Test]
    public void L005_A_through_key_may_be_named_after_the_key_it_refers_to()
    {
        var books = (HasManyDefinition)AuthorRepository.Definition.Relations["books"];
        var courses = (HasManyDefinition)StudentRepository.Definition.Relations["courses"];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(books.Through!.KeyTo, Is.EqualTo("BookIsbn"));
            Assert.That(courses.Through!.KeyFrom, Is.EqualTo("StudentNumber"));
            Assert.That(courses.Through.KeyTo, Is.EqualTo("CourseCode"));
        }
    }

    [Test]
    public void L007_Custom_through_keys_are_used_verbatim()
    {
        var users = (HasManyDefinition)UserRepository.Definition.Relations["users"];
        var followers = (HasManyDefinition)UserRepository.Definition.Relations["followers"];

        using (Assert.EnterMultipleScope())
        {
            Assert.That((users.Through!.KeyFrom, users.Through.KeyTo), Is.EqualTo(("FollowerId", "FolloweeId")));
            Assert.That((followers.Through!.KeyFrom, followers.Through.KeyTo), Is.EqualTo(("FolloweeId", "FollowerId")));
        }
    }

    [Test]
    public void L017_The_foreign_key_of_a_hasMany_defaults_to_the_sources_name_on_the_target()
    {
        var orders = CustomerRepository.Definition.Relations["orders"];
        var fees = StudentRepository.Definition.Relations["fees"];

        using (Assert.EnterMultipleScope())
        {
            Assert.That((orders.KeyFrom, orders.KeyTo), Is.EqualTo(("Id", "CustomerId")));
            Assert.That((fees.KeyFrom, fees.KeyTo), Is.EqualTo(("Number", "StudentNumber")));
        }
    }

    [Test]
    public void L018_A_through_model_without_a_key_of_its_own_has_the_pair_as_its_key() =>
        Assert.That(AuthorshipRepository.Definition.PrimaryKey.Select(static property => property.Name), Is.EqualTo(["AuthorId", "BookIsbn"]));
}
