using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>A row that was changed since it was read is not overwritten.</summary>
public sealed class ConcurrencyTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private DraftRepository Drafts => new(Db);

    [Test]
    public async Task Each_write_moves_the_token_on()
    {
        var draft = await Drafts.CreateAsync(new() { Title = "a" });
        await Drafts.UpdateAsync(draft);
        await Drafts.PatchByIdAsync(draft.Id, new() { Title = "b" });
        var saved = await Drafts.SaveAsync(await Drafts.FindByIdAsync(draft.Id));

        Assert.That((saved.Version, saved.Stamp), Is.EqualTo((3, 3L)));
    }

    [Test]
    public async Task After_the_greatest_token_comes_0([Values("update", "patch", "save")] string how)
    {
        var turns = new TurnRepository(Db);
        var last = await turns.CreateAsync(new() { Signed = 127, Tiny = 255, Small = short.MaxValue, Middle = ushort.MaxValue, Large = uint.MaxValue, Huge = long.MaxValue, Maybe = int.MaxValue });
        await (how switch
        {
            "update" => turns.UpdateAsync(last),
            "patch" => turns.PatchByIdAsync(last.Id, new() { Text = "a" }),
            _ => SaveAsync(),
        });

        var next = await turns.FindByIdAsync(last.Id);
        Assert.That((next.Signed, next.Tiny, next.Small, next.Middle, next.Large, next.Huge, next.Maybe), Is.EqualTo(((sbyte)0, (byte)0, (short)0, (ushort)0, 0u, 0ul, 0)));
        await turns.UpdateAsync(next);
        Assert.That((await turns.FindByIdAsync(last.Id)).Tiny, Is.EqualTo(1));

        async ValueTask SaveAsync() => await turns.SaveAsync(last);
    }

    [Test]
    public async Task Update_and_save_refuse_a_row_that_was_changed_since([Values] bool firstSaves, [Values] bool secondSaves)
    {
        var id = (await Drafts.CreateAsync(new() { Title = "a" })).Id;
        var one = await Drafts.FindByIdAsync(id);
        var other = await Drafts.FindByIdAsync(id);
        one.Title = "one";
        other.Body = "other";
        await WriteAsync(one, firstSaves);

        Assert.That(async () => await WriteAsync(other, secondSaves), Throws.TypeOf<ConcurrencyException>());
        var stored = await Drafts.FindByIdAsync(id);
        Assert.That((stored.Title, stored.Body, stored.Version), Is.EqualTo(("one", (string?)null, 1)));
    }

    [Test]
    public async Task A_row_that_is_nothing_but_its_token_lets_one_writer_through([Values("update", "replace", "save")] string how)
    {
        var turnstiles = new TurnstileRepository(Db);
        var read = await turnstiles.CreateAsync(new());
        await PassAsync();

        Assert.That(PassAsync, Throws.TypeOf<ConcurrencyException>());
        Assert.That((await turnstiles.FindByIdAsync(read.Id)).Version, Is.EqualTo(1));

        async Task PassAsync() => await (how switch
        {
            "update" => turnstiles.UpdateAsync(read),
            "replace" => turnstiles.ReplaceByIdAsync(read.Id, read),
            _ => SaveAsync(),
        });

        async ValueTask SaveAsync() => await turnstiles.SaveAsync(read);
    }

    [Test]
    public async Task A_body_with_the_token_that_was_read_replaces_the_row_once()
    {
        var id = (await Drafts.CreateAsync(new() { Title = "a" })).Id;
        await Drafts.PatchByIdAsync(id, new() { Title = "b" });
        static Draft Body() => RelationsJson.Read<Draft>(RelationsModel.Definition, """{"title":"c","version":1,"stamp":1}"""u8);

        Assert.That(async () => await Drafts.ReplaceByIdAsync(id, new() { Title = "c" }), Throws.TypeOf<ConcurrencyException>());
        await Drafts.ReplaceByIdAsync(id, Body());
        Assert.That(async () => await Drafts.ReplaceByIdAsync(id, Body()), Throws.TypeOf<ConcurrencyException>());
        Assert.That((await Drafts.FindByIdAsync(id)).Version, Is.EqualTo(2));
        Assert.That(() => RelationsJson.Read<DraftPatch>(RelationsModel.Definition, """{"version":1}"""u8), Throws.TypeOf<InvalidBodyException>());
    }

    [Test]
    public async Task A_new_row_needs_no_token_though_its_constructor_wants_one()
    {
        var minutes = new MinuteRepository(Db);
        var first = await minutes.CreateAsync(RelationsJson.Read<Minute>(RelationsModel.Definition, """{"text":"a"}"""u8));
        await minutes.ReplaceByIdAsync(first.Id, RelationsJson.Read<Minute>(RelationsModel.Definition, """{"text":"b"}"""u8));

        Assert.That(async () => await minutes.ReplaceByIdAsync(first.Id, RelationsJson.Read<Minute>(RelationsModel.Definition, """{"text":"c"}"""u8)), Throws.TypeOf<ConcurrencyException>());
        await minutes.ReplaceByIdAsync(first.Id, RelationsJson.Read<Minute>(RelationsModel.Definition, """{"text":"c","version":1}"""u8));
        Assert.That(await minutes.SingleAsync(), Is.EqualTo(new Minute(first.Id, "c", 2)));
    }

    [Test]
    public void Updating_a_row_that_is_not_there_says_so() =>
        Assert.That(async () => await Drafts.UpdateAsync(new() { Id = 99 }), Throws.TypeOf<EntityNotFoundException>());

    private async Task WriteAsync(Draft draft, bool saves)
    {
        if (saves)
        {
            await Drafts.SaveAsync(draft);
        }
        else
        {
            await Drafts.UpdateAsync(draft);
        }
    }
}
