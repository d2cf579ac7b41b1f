using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>No foreign key guards the links to targets of several types: who links and who deletes wait for each other.</summary>
public sealed class PolymorphicRaceTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    private CustomerRepository Customers => new(Db);

    [Test, NotOn(DatabaseKind.Sqlite, "It has one writer at a time.")]
    public async Task A_source_of_one_of_several_types_that_is_being_deleted_is_not_linked()
    {
        var customer = await new CustomerRepository(Db).CreateAsync(new() { Name = "customer" });
        var deliveries = new FreeDeliveryRepository(Db);
        var delivery = await deliveries.CreateAsync(new() { Title = "free" });
        await using var deleting = await Db.BeginTransactionAsync();
        await deliveries.In(deleting).DeleteByIdAsync(delivery.Id);

        var linking = deliveries.Customers(delivery.Id).LinkAsync(customer.Id).AsTask();
        await Task.Delay(200);
        await deleting.CommitAsync();

        Assert.That(async () => await linking, Throws.TypeOf<ForeignKeyViolationException>());
        Assert.That(await new CustomerPromotionLinkRepository(Db).CountAsync(), Is.Zero);
    }

    [Test, NotOn(DatabaseKind.Sqlite, "It has one writer at a time.")]
    public async Task A_target_that_is_being_deleted_is_not_linked()
    {
        var customer = await Customers.CreateAsync(new() { Name = "customer" });
        var delivery = await new FreeDeliveryRepository(Db).CreateAsync(new() { Title = "free" });
        await using var deleting = await Db.BeginTransactionAsync();
        await new FreeDeliveryRepository(deleting).DeleteByIdAsync(delivery.Id);

        var linking = Customers.Promotions(customer.Id).LinkAsync(delivery).AsTask();
        Assert.That(await Task.WhenAny(linking, Task.Delay(200)), Is.Not.SameAs(linking), "It waits for the deletion.");
        await deleting.CommitAsync();

        Assert.That(async () => await linking, Throws.TypeOf<ForeignKeyViolationException>());
        Assert.That(await new CustomerPromotionLinkRepository(Db).CountAsync(), Is.Zero);
    }

    [Test, NotOn(DatabaseKind.Sqlite, "It has one writer at a time.")]
    public async Task A_target_whose_deletion_was_taken_back_is_linked()
    {
        var customer = await Customers.CreateAsync(new() { Name = "customer" });
        var delivery = await new FreeDeliveryRepository(Db).CreateAsync(new() { Title = "free" });
        var deleting = await Db.BeginTransactionAsync();
        await new FreeDeliveryRepository(deleting).DeleteByIdAsync(delivery.Id);

        var linking = Customers.Promotions(customer.Id).LinkAsync(delivery).AsTask();
        await deleting.DisposeAsync();

        Assert.That(await linking);
        Assert.That(await Customers.Promotions(customer.Id).CountAsync(), Is.EqualTo(1));
    }

    [Test, NotOn(DatabaseKind.Sqlite, "It has one writer at a time.")]
    public async Task A_target_that_is_being_linked_is_deleted_after_that_with_its_link()
    {
        var customer = await Customers.CreateAsync(new() { Name = "customer" });
        var delivery = await new FreeDeliveryRepository(Db).CreateAsync(new() { Title = "free" });
        var neighbour = await Customers.CreateAsync(new() { Name = "neighbour" });
        await Customers.Promotions(neighbour.Id).LinkAsync(delivery);
        await using var linking = await Db.BeginTransactionAsync();
        await Customers.In(linking).Promotions(customer.Id).LinkAsync(delivery);

        var deleting = Customers.Promotions(neighbour.Id).FreeDelivery.DeleteAsync().AsTask();
        Assert.That(await Task.WhenAny(deleting, Task.Delay(200)), Is.Not.SameAs(deleting), "It waits for the link.");
        await linking.CommitAsync();

        Assert.That(await deleting, Is.EqualTo(1));
        Assert.That(await new CustomerPromotionLinkRepository(Db).CountAsync(), Is.Zero, "No link leads nowhere.");
    }
}
