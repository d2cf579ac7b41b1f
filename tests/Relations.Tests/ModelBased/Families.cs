using System.Text.Json.Nodes;
using Relations.Tests.Models;

namespace Relations.Tests.ModelBased;

/// <summary>The tests' models, by what kinds of relations and keys they have.</summary>
internal static class Families
{
    private static readonly Through PromotionLinks = new("customerPromotionLink", ["customerId"], ["promotionId"], "promotionType");
    private static readonly Through Wins = new("win", ["winnerNumber"], ["prizeCode"], "prizeType");
    private static readonly Through Shipments = new("shipment", ["voucherNumber", "voucherCode"], ["depotId", "depotPlanet"]);
    private static readonly JsonNode?[] Guids = [.. Enumerable.Range(1, 9).Select(static number => $"{(number * 7) % 10}0000000-0000-0000-0000-00000000000{number}")];

    /// <summary>Integer keys; links that may be there many times, with data; one to one.</summary>
    public static Family Clinic => new(
        "clinic",
        Table.Of("doctor", static session => new DoctorRepository(session)).Generated("id").Text("name")
            .Through("patients", "patient", "id", "pid", new("appointment", ["doctorId"], ["patientId"]), RelationAccess.Through(static (Session session, int key) => new DoctorRepository(session).Patients(key)))
            .Links("visits", "patient", "id", "pid", new("appointment", ["doctorId"], ["patientId"]))
            .One("licence", "licence", "id", "doctorId"),
        Table.Of("patient", static session => new PatientRepository(session)).Generated("pid").Text("name").Integer("birthYear")
            .Through("doctors", "doctor", "pid", "id", new("appointment", ["patientId"], ["doctorId"]), RelationAccess.Through(static (Session session, int key) => new PatientRepository(session).Doctors(key)))
            .Many("appointments", "appointment", "pid", "patientId", RelationAccess.Many(static (Session session, int key) => new PatientRepository(session).Appointments(key))),
        Table.Of("appointment", static session => new AppointmentRepository(session)).Generated("id").Column("at", "2025-03-03T09:30:00", "2025-03-04T09:30:00").Text("note", isNullable: true)
            .Refers("doctorId", "doctor", "id").Refers("patientId", "patient", "pid")
            .One("doctor", "doctor", "doctorId", "id").One("patient", "patient", "patientId", "pid"),
        Table.Of("licence", static session => new LicenceRepository(session)).Generated("id").Text("number").Refers("doctorId", "doctor", "id").IsSole("doctorId")
            .One("doctor", "doctor", "doctorId", "id"));

    /// <summary>A unique pair beside a key of its own, and unique texts.</summary>
    public static Family Articles => new(
        "articles",
        Table.Of("article", static session => new ArticleRepository(session)).Generated("id").Text("title").IsUnique("title")
            .Through("tags", "tag", "id", "id", new("articleTag", ["articleId"], ["tagId"]), RelationAccess.Through(static (Session session, int key) => new ArticleRepository(session).Tags(key))),
        Table.Of("tag", static session => new TagRepository(session)).Generated("id").Text("name").IsUnique("name")
            .Through("articles", "article", "id", "id", new("articleTag", ["tagId"], ["articleId"]), RelationAccess.Through(static (Session session, int key) => new TagRepository(session).Articles(key))),
        Table.Of("articleTag", static session => new ArticleTagRepository(session)).Generated("id").Integer("weight").IsUnique("articleId", "tagId").Refers("articleId", "article", "id").Refers("tagId", "tag", "id"));

    /// <summary>Keys of the client's, a Guid and a text; the pair is the key.</summary>
    public static Family Books => new(
        "books",
        Table.Of("author", static session => new AuthorRepository(session)).Keyed("id").Column("id", Guids).Text("name")
            .Through("books", "book", "id", "isbn", new("authorship", ["authorId"], ["bookIsbn"]), RelationAccess.Through(static (Session session, Guid key) => new AuthorRepository(session).Books(key))),
        Table.Of("book", static session => new BookRepository(session)).Keyed("isbn").Column("isbn", "1", "10", "2", "a", "A", "é", "b'c").Text("title")
            .Through("authors", "author", "isbn", "id", new("authorship", ["bookIsbn"], ["authorId"]), RelationAccess.Through(static (Session session, string key) => new BookRepository(session).Authors(key))),
        Table.Of("authorship", static session => new AuthorshipRepository(session)).Keyed("authorId", "bookIsbn").Integer("position").Refers("authorId", "author", "id").Refers("bookIsbn", "book", "isbn"));

    /// <summary>A table linked with itself.</summary>
    public static Family Users => new(
        "users",
        Table.Of("user", static session => new UserRepository(session)).Generated("id").Text("name")
            .Through("users", "user", "id", "id", new("userLink", ["followerId"], ["followeeId"]), RelationAccess.Through(static (Session session, int key) => new UserRepository(session).Users(key)))
            .Through("followers", "user", "id", "id", new("userLink", ["followeeId"], ["followerId"]), RelationAccess.Through(static (Session session, int key) => new UserRepository(session).Followers(key))),
        Table.Of("userLink", static session => new UserLinkRepository(session)).Generated("id").Text("description", isNullable: true).Refers("followerId", "user", "id").Refers("followeeId", "user", "id"));

    /// <summary>A tree by a foreign key to the own table; foreign keys that may be null.</summary>
    public static Family Shop => new(
        "shop",
        Table.Of("customer", static session => new CustomerRepository(session)).Generated("id").Text("name").Refers("parentId", "customer", "id", isNullable: true)
            .Many("customers", "customer", "id", "parentId", RelationAccess.Many(static (Session session, int key) => new CustomerRepository(session).Customers(key)))
            .One("parent", "customer", "parentId", "id")
            .Many("orders", "order", "id", "customerId", RelationAccess.Many(static (Session session, int key) => new CustomerRepository(session).Orders(key)))
            .Through("cartItems", "cartItem", "id", "id", new("customerCartItemLink", ["customerId"], ["cartItemId"]), RelationAccess.Through(static (Session session, int key) => new CustomerRepository(session).CartItems(key)))
            .Add(new("promotions", IsMany: true, ["id"], ["id"], [new("freeDelivery", "FreeDelivery"), new("halfPrice", "half")]) { Through = PromotionLinks })
            .Add(new("grants", IsMany: true, ["id"], ["id"], [new("freeDelivery", "FreeDelivery"), new("halfPrice", "half")]) { Through = PromotionLinks, IsOfLinks = true })
            .ThroughToType("promotions.FreeDelivery", new("freeDelivery", "FreeDelivery"), "id", "id", PromotionLinks, RelationAccess.Through(static (Session session, int key) => new CustomerRepository(session).Promotions(key).FreeDelivery))
            .ThroughToType("promotions.HalfPrice", new("halfPrice", "half"), "id", "id", PromotionLinks, RelationAccess.Through(static (Session session, int key) => new CustomerRepository(session).Promotions(key).HalfPrice)),
        Table.Of("order", static session => new OrderRepository(session)).Generated("id").Text("description").Column("isShipped", true, false).Text("group", isNullable: true).Integer("select").Refers("customerId", "customer", "id", isNullable: true)
            .One("customer", "customer", "customerId", "id")
            .Many("items", "cartItem", "id", "orderId", RelationAccess.Many(static (Session session, int key) => new OrderRepository(session).Items(key))),
        Table.Of("cartItem", static session => new CartItemRepository(session)).Generated("id").Text("description").Refers("orderId", "order", "id", isNullable: true)
            .One("order", "order", "orderId", "id")
            .Through("customers", "customer", "id", "id", new("customerCartItemLink", ["cartItemId"], ["customerId"]), RelationAccess.Through(static (Session session, int key) => new CartItemRepository(session).Customers(key))),
        Table.Of("customerCartItemLink", static session => new CustomerCartItemLinkRepository(session)).Generated("id").Text("description", isNullable: true).Refers("customerId", "customer", "id").Refers("cartItemId", "cartItem", "id"),
        Table.Of("freeDelivery", static session => new FreeDeliveryRepository(session)).Generated("id").Text("title").Integer("worth", isNullable: true).Text("area", isNullable: true)
            .Through("customers", "customer", "id", "id", new("customerPromotionLink", ["promotionId"], ["customerId"]) { NamesSource = ("promotionType", "FreeDelivery") }, RelationAccess.Through(static (Session session, int key) => new FreeDeliveryRepository(session).Customers(key)))
            .Many("couriers", "courier", "id", "freeDeliveryId", RelationAccess.Many(static (Session session, int key) => new FreeDeliveryRepository(session).Couriers(key))),
        Table.Of("halfPrice", static session => new HalfPriceRepository(session)).Generated("id").Text("title").Integer("worth", isNullable: true).Integer("percent").Refers("sponsorId", "customer", "id", isNullable: true)
            .One("sponsor", "customer", "sponsorId", "id"),
        Table.Of("courier", static session => new CourierRepository(session)).Generated("id").Text("name").Refers("freeDeliveryId", "freeDelivery", "id"),
        Table.Of("customerPromotionLink", static session => new CustomerPromotionLinkRepository(session)).Generated("id").Text("description", isNullable: true).Refers("customerId", "customer", "id")
            .RefersToOneOf("promotionId", "promotionType", "id", isNullable: false, new Target("freeDelivery", "FreeDelivery"), new Target("halfPrice", "half")));

    /// <summary>Long and enum keys; the pair is the key.</summary>
    public static Family Travels => new(
        "travels",
        Table.Of("traveller", static session => new TravellerRepository(session)).Generated("id").Column("serial", null, "x", "y", "z", "X").IsUnique("serial").Column("born", null, "2000-01-02", "1999-12-31")
            .Through("worlds", "world", "id", "planet", new("landing", ["travellerId"], ["worldPlanet"]), RelationAccess.Through(static (Session session, long key) => new TravellerRepository(session).Worlds(key))),
        Table.Of("world", static session => new WorldRepository(session)).Keyed("planet").Column("planet", 1, 3, 200).Text("name")
            .Through("travellers", "traveller", "planet", "id", new("landing", ["worldPlanet"], ["travellerId"]), RelationAccess.Through(static (Session session, Planet key) => new WorldRepository(session).Travellers(key))),
        Table.Of("landing", static session => new LandingRepository(session)).Keyed("travellerId", "worldPlanet").Column("mood", null, 0, 1).Refers("travellerId", "traveller", "id").Refers("worldPlanet", "world", "planet"));

    /// <summary>Keys of strong types: made by the database, a Guid and a text of the client's, a foreign key that is the key.</summary>
    public static Family Surgeons => new(
        "surgeons",
        Table.Of("surgeon", static session => new SurgeonRepository(session)).Generated("id").Text("name").Column("severity", null, 0, 1).Refers("mentorId", "surgeon", "id", isNullable: true)
            .One("mentor", "surgeon", "mentorId", "id")
            .Many("pupils", "surgeon", "id", "mentorId", RelationAccess.Many(static (Session session, SurgeonId key) => new SurgeonRepository(session).Pupils(key)))
            .Through("theatres", "theatre", "id", "id", new("operation", ["surgeonId"], ["theatreId"]), RelationAccess.Through(static (Session session, SurgeonId key) => new SurgeonRepository(session).Theatres(key)))
            .Links("operations", "theatre", "id", "id", new("operation", ["surgeonId"], ["theatreId"]))
            .Through("implants", "implant", "id", "code", new("training", ["surgeonId"], ["implantCode"]), RelationAccess.Through(static (Session session, SurgeonId key) => new SurgeonRepository(session).Implants(key)))
            .One("locker", "locker", "id", "surgeonId"),
        Table.Of("theatre", static session => new TheatreRepository(session)).Keyed("id").Column("id", Guids).Integer("floor")
            .Through("surgeons", "surgeon", "id", "id", new("operation", ["theatreId"], ["surgeonId"]), RelationAccess.Through(static (Session session, TheatreId key) => new TheatreRepository(session).Surgeons(key))),
        Table.Of("implant", static session => new ImplantRepository(session)).Keyed("code").Column("code", "a", "B", "10", "9").Text("name")
            .Through("surgeons", "surgeon", "code", "id", new("training", ["implantCode"], ["surgeonId"]), RelationAccess.Through(static (Session session, ImplantCode key) => new ImplantRepository(session).Surgeons(key))),
        Table.Of("operation", static session => new OperationRepository(session)).Generated("id").Column("used", null, "a", "B").Refers("surgeonId", "surgeon", "id").Refers("theatreId", "theatre", "id")
            .One("theatre", "theatre", "theatreId", "id"),
        Table.Of("training", static session => new TrainingRepository(session)).Keyed("surgeonId", "implantCode").Refers("surgeonId", "surgeon", "id").Refers("implantCode", "implant", "code"),
        Table.Of("locker", static session => new LockerRepository(session)).Keyed("surgeonId").Integer("number").Refers("surgeonId", "surgeon", "id"));

    /// <summary>A foreign key that refers to rows of several tables.</summary>
    public static Family Posts => new(
        "posts",
        Table.Of("post", static session => new PostRepository(session)).Generated("id").Text("title")
            .Add(new("comments", IsMany: true, ["id"], ["topicId"], [new("comment")]) { TargetNames = ("topicType", "Post"), Access = RelationAccess.Many(static (Session session, int key) => new PostRepository(session).Comments(key)) }),
        Table.Of("photo", static session => new PhotoRepository(session)).Generated("id").Text("title").Integer("width")
            .Add(new("caption", IsMany: false, ["id"], ["topicId"], [new("comment")]) { TargetNames = ("topicType", "Photo") }),
        Table.Of("comment", static session => new CommentRepository(session)).Generated("id").Text("text")
            .RefersToOneOf("topicId", "topicType", "id", isNullable: true, new Target("post", "Post"), new Target("photo", "Photo"))
            .Add(new("topic", IsMany: false, ["topicId"], ["id"], [new("post", "Post"), new("photo", "Photo")]) { SourceNames = "topicType" }));

    /// <summary>Targets of several tables, whose links are the pair and the target's type.</summary>
    public static Family Winners => new(
        "winners",
        Table.Of("winner", static session => new WinnerRepository(session)).Keyed("number").Column("number", Guids)
            .Add(new("prizes", IsMany: true, ["number"], ["code"], [new("medal", "Medal"), new("cup", "Cup")]) { Through = Wins })
            .ThroughToType("prizes.Medal", new("medal", "Medal"), "number", "code", Wins, RelationAccess.Through(static (Session session, Guid key) => new WinnerRepository(session).Prizes(key).Medal))
            .ThroughToType("prizes.Cup", new("cup", "Cup"), "number", "code", Wins, RelationAccess.Through(static (Session session, Guid key) => new WinnerRepository(session).Prizes(key).Cup)),
        Table.Of("medal", static session => new MedalRepository(session)).Keyed("code").Column("code", "a", "b", "c", "A").Text("name"),
        Table.Of("cup", static session => new CupRepository(session)).Keyed("code").Column("code", "a", "b", "c", "A").Text("name"),
        Table.Of("win", static session => new WinRepository(session)).Keyed("winnerNumber", "prizeCode", "prizeType").Refers("winnerNumber", "winner", "number")
            .RefersToOneOf("prizeCode", "prizeType", "code", isNullable: false, new Target("medal", "Medal"), new Target("cup", "Cup")));

    /// <summary>Composite keys of both ends, and of one end alone.</summary>
    public static Family Vouchers => new(
        "vouchers",
        Table.Of("voucher", static session => new VoucherRepository(session)).Keyed("number", "code").Column("number", 1, 2, 10).Column("code", "a", "b", "A").Text("customer")
            .Many("lines", "voucherLine", "number,code", "voucherNumber,voucherCode", RelationAccess.Many(static (Session session, (int, string) key) => new VoucherRepository(session).Lines(key)))
            .One("receipt", "receipt", "number,code", "year,mark")
            .Through("depots", "depot", "number,code", "id,planet", Shipments, RelationAccess.Through(static (Session session, (int, string) key) => new VoucherRepository(session).Depots(key)))
            .Links("shipments", "depot", "number,code", "id,planet", Shipments)
            .Through("stamps", "stamp", "number,code", "id", new("voucherStamp", ["number", "code"], ["stampId"]), RelationAccess.Through(static (Session session, (int, string) key) => new VoucherRepository(session).Stamps(key))),
        Table.Of("voucherLine", static session => new VoucherLineRepository(session)).Generated("id").Text("text").Refers("voucherNumber,voucherCode", "voucher", "number,code", isNullable: true)
            .One("voucher", "voucher", "voucherNumber,voucherCode", "number,code"),
        Table.Of("receipt", static session => new ReceiptRepository(session)).Generated("id").Refers("year,mark", "voucher", "number,code").IsSole("year", "mark")
            .One("voucher", "voucher", "year,mark", "number,code"),
        Table.Of("depot", static session => new DepotRepository(session)).Keyed("id", "planet").Column("id", Guids[..3]).Column("planet", 1, 3, 200).Text("name")
            .Through("vouchers", "voucher", "id,planet", "number,code", new("shipment", Shipments.To, Shipments.From), RelationAccess.Through(static (Session session, (DepotId, Planet) key) => new DepotRepository(session).Vouchers(key))),
        Table.Of("shipment", static session => new ShipmentRepository(session)).Keyed("voucherNumber", "voucherCode", "depotId", "depotPlanet").Integer("boxes")
            .Refers("voucherNumber,voucherCode", "voucher", "number,code").Refers("depotId,depotPlanet", "depot", "id,planet"),
        Table.Of("stamp", static session => new StampRepository(session)).Generated("id").Text("name")
            .Through("vouchers", "voucher", "id", "number,code", new("voucherStamp", ["stampId"], ["number", "code"]), RelationAccess.Through(static (Session session, int key) => new StampRepository(session).Vouchers(key))),
        Table.Of("voucherStamp", static session => new VoucherStampRepository(session)).Generated("id").Refers("number,code", "voucher", "number,code").Refers("stampId", "stamp", "id"));

    /// <summary>Composite keys of a tree, and of a table linked with itself.</summary>
    public static Family Squares => new(
        "squares",
        Table.Of("square", static session => new SquareRepository(session)).Keyed("row", "column").Column("row", 1, 2, 3).Column("column", 1, 2, 3).Refers("parentRow,parentColumn", "square", "row,column", isNullable: true)
            .One("parent", "square", "parentRow,parentColumn", "row,column")
            .Many("children", "square", "row,column", "parentRow,parentColumn", RelationAccess.Many(static (Session session, (int, int) key) => new SquareRepository(session).Children(key)))
            .Through("reachable", "square", "row,column", "row,column", new("move", ["fromRow", "fromColumn"], ["toRow", "toColumn"]), RelationAccess.Through(static (Session session, (int, int) key) => new SquareRepository(session).Reachable(key)))
            .Through("reachableFrom", "square", "row,column", "row,column", new("move", ["toRow", "toColumn"], ["fromRow", "fromColumn"]), RelationAccess.Through(static (Session session, (int, int) key) => new SquareRepository(session).ReachableFrom(key))),
        Table.Of("move", static session => new MoveRepository(session)).Keyed("fromRow", "fromColumn", "toRow", "toColumn").Refers("fromRow,fromColumn", "square", "row,column").Refers("toRow,toColumn", "square", "row,column"));

    public static IEnumerable<Family> All => [Clinic, Articles, Books, Users, Shop, Travels, Surgeons, Posts, Winners, Vouchers, Squares];
}
