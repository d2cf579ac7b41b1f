using System.Text.Json;
using Relations.Generator.Parsing;

namespace Relations.Generator.Tests;

/// <summary>What the naming convention makes of names in C#.</summary>
public sealed class NamingTests
{
    [TestCase("Name", "name")]
    [TestCase("BirthYear", "birth_year")]
    [TestCase("birthYear", "birth_year")]
    [TestCase("URLPath", "url_path")]
    [TestCase("PathURL", "path_url")]
    [TestCase("Id", "id")]
    [TestCase("ID", "id")]
    [TestCase("DoctorID", "doctor_id")]
    [TestCase("X", "x")]
    [TestCase("AB", "ab")]
    [TestCase("ABc", "a_bc")]
    [TestCase("Address2", "address2")]
    [TestCase("Address2Line", "address2_line")]
    [TestCase("Line2b", "line2b")]
    [TestCase("SHA512Hash", "sha512_hash")]
    [TestCase("IPv4", "i_pv4")]
    [TestCase("IPv4Address", "i_pv4_address")]
    [TestCase("iPhone", "i_phone")]
    [TestCase("already_snake", "already_snake")]
    [TestCase("Already_Snake", "already_snake")]
    [TestCase("ALREADY_UPPER", "already_upper")]
    [TestCase("_x", "_x")]
    [TestCase("_X", "_x")]
    [TestCase("__Name__", "__name__")]
    [TestCase("Größe", "größe")]
    [TestCase("ÄrzteListe", "ärzte_liste")]
    [TestCase("ΑριθμόςΠελάτη", "αριθμός_πελάτη")]
    [TestCase("名前", "名前")]
    [TestCase("İstanbul", "İstanbul")]
    public void A_name_in_snake_case(string name, string column) => Assert.That(MappedNames.SnakeCase(name), Is.EqualTo(column));

    [Test]
    public void Snake_case_is_that_of_System_Text_Json()
    {
        const string letters = "abzABZ019_éÉßǅΣς名ﬁ٣";
        var random = new Random(17);
        for (var count = 0; count < 20_000; count++)
        {
            var name = new string([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => letters[random.Next(letters.Length)])]);
            Assert.That(MappedNames.SnakeCase(name), Is.EqualTo(JsonNamingPolicy.SnakeCaseLower.ConvertName(name)), name);
        }
    }
}
