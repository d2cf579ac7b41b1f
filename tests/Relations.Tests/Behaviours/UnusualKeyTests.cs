using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>LoopBack's behaviours where a relation's keys are not the usual ones.</summary>
public sealed class UnusualKeyTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [SetUp]
    public async Task Seed() => await SeedClinicAsync();

    [Test]
    public async Task L104_A_self_through_works_in_both_directions_and_a_row_may_link_to_itself()
    {
        var users = new UserRepository(Db);
        await users.CreateAllAsync([new() { Name = "a" }, new() { Name = "b" }, new() { Name = "c" }]);
        await users.Users(1).LinkAllAsync([1, 2]);
        await users.Users(2).LinkAllAsync([3]);
        await users.Followers(1).LinkAsync(3, new() { Description = "back" });

        var a = await users.Include(u => u.Users, u => u.Include(x => x.Users, y => y.Include(z => z.Followers))).Include(u => u.Followers).FindByIdAsync(1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(a.Users.Select(static user => user.Name), Is.EqualTo(["a", "b"]));
            Assert.That(a.Followers.Select(static user => user.Name), Is.EqualTo(["a", "c"]));
            Assert.That(a.Users[1].Users.Single().Followers.Select(static user => user.Name), Is.EqualTo(["b"]));
            Assert.That((await users.Users(3).ToListAsync()).Select(static user => user.Id), Is.EqualTo([1]));
            Assert.That((await users.Followers(3).ToListAsync()).Select(static user => user.Id), Is.EqualTo([2]));
            Assert.That(await users.Users(1).UnlinkAsync(1), Is.EqualTo(1));
            Assert.That(await users.Followers(1).CountAsync(), Is.EqualTo(1));
            Assert.That((await users.Where(u => u.Users.Any(v => v.Name == "a")).ToListAsync()).Select(static user => user.Name), Is.EqualTo(["c"]));
        }
    }

    [Test, NotOn(DatabaseKind.PostgreSql, "Its columns compare byte by byte, unless a collation is made that does not.")]
    public async Task Keys_that_are_equal_in_the_database_alone_are_never_passed_over()
    {
        Test.RunUnchecked("DROP TABLE \"Authorship\"; DROP TABLE \"Book\"; CREATE TABLE \"Book\" (\"Isbn\" TEXT COLLATE NOCASE NOT NULL PRIMARY KEY, \"Title\" TEXT NOT NULL); CREATE TABLE \"Authorship\" (\"AuthorId\" TEXT NOT NULL, \"BookIsbn\" TEXT COLLATE NOCASE NOT NULL, \"Position\" INTEGER NOT NULL, PRIMARY KEY (\"AuthorId\", \"BookIsbn\"))");
        var authors = new AuthorRepository(Db);
        var books = new BookRepository(Db);
        var author = await authors.CreateAsync(new() { Id = Guid.NewGuid(), Name = "Ann" });
        await books.CreateAsync(new() { Isbn = "A-1", Title = "First" });
        await authors.Books(author.Id).LinkAsync("a-1");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await books.Authors("A-1").CountAsync(), Is.EqualTo(1), "the database decides");
            Assert.That((await authors.Include(static a => a.Books).SingleAsync()).Books.Select(static book => book.Title), Is.EqualTo(["First"]));
            Assert.That((await authors.Include(static a => a.Books, static b => b.OrderBy(static b => b.Title)).SingleAsync()).Books.Select(static book => book.Title), Is.EqualTo(["First"]));
            Assert.That(async () => await books.Include(static b => b.Authors).ToListAsync(), Throws.TypeOf<RelationsException>().With.Message.Contains("takes 'a-1' in Authorship.BookIsbn for the key of another row").And.Message.Contains("COLLATE NOCASE"));
            Assert.That(async () => await books.Where(static b => b.Title == "First").Include(static b => b.Authors).ToListAsync(), Throws.TypeOf<RelationsException>());
        }
    }

    [Test]
    public async Task L008_009_010_Keys_that_are_not_primary_work_everywhere()
    {
        var students = new StudentRepository(Db);
        var courses = new CourseRepository(Db);
        await students.CreateAllAsync([new() { Number = 700, Name = "Ann" }, new() { Number = 800, Name = "Ben" }]);
        await courses.CreateAllAsync([new() { Code = "math", Title = "Mathematics" }, new() { Code = "art", Title = "Art" }]);

        var music = await students.Courses(700).CreateAsync(new() { Code = "music", Title = "Music" }, new() { Grade = 2 });
        await students.Courses(700).LinkAsync("art");
        await students.Courses(800).LinkAllAsync(["art", "math"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await new EnrolmentRepository(Db).ToListAsync()).Select(static link => (link.StudentNumber, link.CourseCode, link.Grade)), Is.EqualTo([(700, "music", 2), (700, "art", (int?)null), (800, "art", null), (800, "math", null)]));
            Assert.That((await students.Courses(700).ToListAsync()).Select(static course => course.Title), Is.EqualTo(["Art", "Music"]));
            Assert.That((await students.Courses(700).FindByIdAsync(music.Id)).Title, Is.EqualTo("Music"));
            Assert.That(await students.Courses(700).ExistsAsync(1), Is.False);
            var all = await students.Include(s => s.Courses, c => c.OrderByDescending(x => x.Title)).ToListAsync();
            Assert.That(all.Select(static student => string.Join(',', student.Courses.Select(static course => course.Title))), Is.EqualTo(["Music,Art", "Mathematics,Art"]));
            Assert.That(all[0].Courses[1], Is.SameAs(all[1].Courses[1]));
            Assert.That((await students.Where(s => s.Courses.Any(c => c.Code == "math")).ToListAsync()).Select(static student => student.Name), Is.EqualTo(["Ben"]));
            Assert.That(await students.Courses(800).SetAsync(["math", "music"]), Is.EqualTo(new SetResult(1, 1, 1)));
            Assert.That(await students.Courses(800).UnlinkAsync("music"), Is.EqualTo(1));
            Assert.That(await students.Courses(800).PatchAsync(new() { Title = "Maths" }), Is.EqualTo(1));
            Assert.That(await students.Courses(700).DeleteAsync(), Is.EqualTo(2));
            Assert.That((await courses.ToListAsync()).Select(static course => course.Title), Is.EqualTo(["Maths"]));
            Assert.That(await new EnrolmentRepository(Db).CountAsync(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task L008_A_target_without_the_key_cannot_be_linked()
    {
        var students = new StudentRepository(Db);
        await students.CreateAsync(new() { Number = 700, Name = "Ann" });
        var before = await Test.DumpAsync();

        Assert.ThrowsAsync<ConstraintException>(async () => await students.Courses(700).CreateAsync(new() { Title = "Nameless" }));
        Assert.That(await Test.DumpAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task L018_A_through_model_whose_key_is_the_pair_works()
    {
        var authors = new AuthorRepository(Db);
        var books = new BookRepository(Db);
        var ann = await authors.CreateAsync(new() { Id = Guid.NewGuid(), Name = "Ann" });
        var ben = await authors.CreateAsync(new() { Id = Guid.NewGuid(), Name = "Ben" });
        await authors.Books(ann.Id).CreateAsync(new() { Isbn = "1", Title = "One" }, new() { Position = 1 });
        await books.CreateAsync(new() { Isbn = "2", Title = "Two" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await authors.Books(ann.Id).LinkAsync("2", new() { Position = 2 }));
            Assert.That(await authors.Books(ann.Id).LinkAsync("2", new() { Position = 3 }), Is.False);
            Assert.That(await authors.Books(ben.Id).LinkAllAsync(["1", "2", "1"]), Is.EqualTo(2));
            Assert.That((await authors.Books(ann.Id).Links().ToListAsync()).Select(static link => (link.Target.Isbn, link.Through.Position)), Is.EqualTo([("1", 1), ("2", 2)]));
            Assert.That((await books.Include(b => b.Authors, a => a.OrderBy(x => x.Name)).FindByIdAsync("1")).Authors.Select(static author => author.Name), Is.EqualTo(["Ann", "Ben"]));
            Assert.That((await new AuthorshipRepository(Db).FindByIdAsync((ann.Id, "2"))).Position, Is.EqualTo(2));
            Assert.That(await authors.Books(ann.Id).Where((_, link) => link.Position == 2).UnlinkAllAsync(), Is.EqualTo(1));
            Assert.That(await authors.Books(ann.Id).Take(1).UnlinkAllAsync(), Is.EqualTo(1));
            Assert.That(await authors.Books(ben.Id).SetAsync(["2"]), Is.EqualTo(new SetResult(0, 1, 1)));
            Assert.That(await new AuthorshipRepository(Db).CountAsync(), Is.EqualTo(1));
        }
    }
}
