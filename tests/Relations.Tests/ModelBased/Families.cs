using System.Text.Json.Nodes;
using Relations.Tests.Models;

namespace Relations.Tests.ModelBased;

/// <summary>The tests' models, by what kinds of relations and keys they have.</summary>
internal static class Families
{
    private static readonly Through PromotionLinks = new("customerPromotionLink", ["customerId"], ["promotionId"], "promotionType");
    private static readonly Through Wins = new("win", ["winnerNumber"], ["prizeCode"], "prizeType");
    private static readonly Through Shipments = new("shipment", ["voucherNumber", "voucherCode"], ["depotId", "depotPlanet"]);
    private const string NoGuid = "00000000-0000-0000-0000-000000000000";
    private static readonly JsonNode?[] Guids = [.. Enumerable.Range(1, 9).Select(static number => $"{(number * 7) % 10}0000000-0000-0000-0000-00000000000{number}")];

    /// <summary>Integer keys; links that may be there many times, with data; one to one.</summary>
    public static Family Clinic => new(
        "clinic",
        Table.Of("doctor", static session => new DoctorRepository(session)).Generated("id").Text("name")
            .Through("patients", "patient", "id", "pid", new("appointment", ["doctorId"], ["patientId"]), RelationAccess.Through(static (Session session, int key) => new DoctorRepository(session).Patients(key)))
            .Links("visits", "patient", "id", "pid", new("appointment", ["doctorId"], ["patientId"]))
            .One("licence", "licence", "id", "doctorId", RelationAccess.One(static (Session session, int key) => new DoctorRepository(session).Licence(key))),
        Table.Of("patient", static session => new PatientRepository(session)).Generated("pid").Text("name").Integer("birthYear")
            .Through("doctors", "doctor", "pid", "id", new("appointment", ["patientId"], ["doctorId"]), RelationAccess.Through(static (Session session, int key) => new PatientRepository(session).Doctors(key)))
            .Many("appointments", "appointment", "pid", "patientId", RelationAccess.Many(static (Session session, int key) => new PatientRepository(session).Appointments(key))),
        Table.Of("appointment", static session => new AppointmentRepository(session)).Generated("id").Column("at", ["2025-03-03T09:30:00", "2025-03-04T09:30:00"], "0001-01-01T00:00:00").Text("note", isNullable: true)
            .Refers("doctorId", "doctor", "id").Refers("patientId", "patient", "pid")
            .One("doctor", "doctor", "doctorId", "id", RelationAccess.BelongsTo(static (Session session, int key) => new AppointmentRepository(session).Doctor(key))).One("patient", "patient", "patientId", "pid", RelationAccess.BelongsTo(static (Session session, int key) => new AppointmentRepository(session).Patient(key))),
        Table.Of("licence", static session => new LicenceRepository(session)).Generated("id").Text("number").Refers("doctorId", "doctor", "id").IsSole("doctorId")
            .One("doctor", "doctor", "doctorId", "id", RelationAccess.BelongsTo(static (Session session, int key) => new LicenceRepository(session).Doctor(key))));

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
        Table.Of("author", static session => new AuthorRepository(session)).Keyed("id").Column("id", Guids, NoGuid).Text("name")
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
            .One("parent", "customer", "parentId", "id", RelationAccess.BelongsTo(static (Session session, int key) => new CustomerRepository(session).Parent(key)))
            .Many("orders", "order", "id", "customerId", RelationAccess.Many(static (Session session, int key) => new CustomerRepository(session).Orders(key)))
            .Through("cartItems", "cartItem", "id", "id", new("customerCartItemLink", ["customerId"], ["cartItemId"]), RelationAccess.Through(static (Session session, int key) => new CustomerRepository(session).CartItems(key)))
            .Add(new("promotions", IsMany: true, ["id"], ["id"], [new("freeDelivery", "FreeDelivery"), new("halfPrice", "half")])
            {
                Through = PromotionLinks,
                Access = RelationAccess.Polymorphic(static (Session session, int key) => new CustomerRepository(session).Promotions(key), new(StringComparer.Ordinal) { ["freeDelivery"] = Rows.Read<FreeDelivery>, ["halfPrice"] = Rows.Read<HalfPrice> }),
            })
            .Add(new("grants", IsMany: true, ["id"], ["id"], [new("freeDelivery", "FreeDelivery"), new("halfPrice", "half")]) { Through = PromotionLinks, IsOfLinks = true })
            .ThroughToType("promotions.FreeDelivery", new("freeDelivery", "FreeDelivery"), "id", "id", PromotionLinks, RelationAccess.Through(static (Session session, int key) => new CustomerRepository(session).Promotions(key).FreeDelivery))
            .ThroughToType("promotions.HalfPrice", new("halfPrice", "half"), "id", "id", PromotionLinks, RelationAccess.Through(static (Session session, int key) => new CustomerRepository(session).Promotions(key).HalfPrice)),
        Table.Of("order", static session => new OrderRepository(session)).Generated("id").Text("description").Column("isShipped", true, false).Text("group", isNullable: true).Integer("select").Refers("customerId", "customer", "id", isNullable: true)
            .One("customer", "customer", "customerId", "id", RelationAccess.BelongsTo(static (Session session, int key) => new OrderRepository(session).Customer(key)))
            .Many("items", "cartItem", "id", "orderId", RelationAccess.Many(static (Session session, int key) => new OrderRepository(session).Items(key))),
        Table.Of("cartItem", static session => new CartItemRepository(session)).Generated("id").Text("description").Refers("orderId", "order", "id", isNullable: true)
            .One("order", "order", "orderId", "id", RelationAccess.BelongsTo(static (Session session, int key) => new CartItemRepository(session).Order(key)))
            .Through("customers", "customer", "id", "id", new("customerCartItemLink", ["cartItemId"], ["customerId"]), RelationAccess.Through(static (Session session, int key) => new CartItemRepository(session).Customers(key))),
        Table.Of("customerCartItemLink", static session => new CustomerCartItemLinkRepository(session)).Generated("id").Text("description", isNullable: true).Refers("customerId", "customer", "id").Refers("cartItemId", "cartItem", "id"),
        Table.Of("freeDelivery", static session => new FreeDeliveryRepository(session)).Generated("id").Text("title").Integer("worth", isNullable: true).Text("area", isNullable: true)
            .Through("customers", "customer", "id", "id", new("customerPromotionLink", ["promotionId"], ["customerId"]) { NamesSource = ("promotionType", "FreeDelivery") }, RelationAccess.Through(static (Session session, int key) => new FreeDeliveryRepository(session).Customers(key)))
            .Many("couriers", "courier", "id", "freeDeliveryId", RelationAccess.Many(static (Session session, int key) => new FreeDeliveryRepository(session).Couriers(key))),
        Table.Of("halfPrice", static session => new HalfPriceRepository(session)).Generated("id").Text("title").Integer("worth", isNullable: true).Integer("percent").Refers("sponsorId", "customer", "id", isNullable: true)
            .One("sponsor", "customer", "sponsorId", "id", RelationAccess.BelongsTo(static (Session session, int key) => new HalfPriceRepository(session).Sponsor(key))),
        Table.Of("courier", static session => new CourierRepository(session)).Generated("id").Text("name").Refers("freeDeliveryId", "freeDelivery", "id"),
        Table.Of("customerPromotionLink", static session => new CustomerPromotionLinkRepository(session)).Generated("id").Text("description", isNullable: true).Refers("customerId", "customer", "id")
            .RefersToOneOf("promotionId", "promotionType", "id", isNullable: false, new Target("freeDelivery", "FreeDelivery"), new Target("halfPrice", "half")));

    /// <summary>Long, enum, date and decimal keys; a key that may be null and is not the primary key.</summary>
    public static Family Travels => new(
        "travels",
        Table.Of("traveller", static session => new TravellerRepository(session)).Generated("id").Column("serial", null, "x", "y", "z", "X").IsUnique("serial").Column("born", null, "2000-01-02", "1999-12-31")
            .Through("worlds", "world", "id", "planet", new("landing", ["travellerId"], ["worldPlanet"]), RelationAccess.Through(static (Session session, long key) => new TravellerRepository(session).Worlds(key)))
            .Through("feasts", "feast", "id", "day", new("holiday", ["travellerId"], ["feastDay"]), RelationAccess.Through(static (Session session, long key) => new TravellerRepository(session).Feasts(key)))
            .Through("coins", "coin", "id", "value", new("payment", ["travellerId"], ["coinValue"]), RelationAccess.Through(static (Session session, long key) => new TravellerRepository(session).Coins(key)))
            .Many("suitcases", "suitcase", "serial", "ownerSerial", RelationAccess.Many(static (Session session, string key) => new TravellerRepository(session).Suitcases(key)))
            .Through("stickers", "sticker", "serial", "id", new("tagging", ["travellerSerial"], ["stickerId"]), RelationAccess.Through(static (Session session, string key) => new TravellerRepository(session).Stickers(key))),
        Table.Of("world", static session => new WorldRepository(session)).Keyed("planet").Column("planet", 1, 3, 200).Text("name")
            .Through("travellers", "traveller", "planet", "id", new("landing", ["worldPlanet"], ["travellerId"]), RelationAccess.Through(static (Session session, Planet key) => new WorldRepository(session).Travellers(key))),
        Table.Of("landing", static session => new LandingRepository(session)).Keyed("travellerId", "worldPlanet").Column("mood", null, 0, 1).Refers("travellerId", "traveller", "id").Refers("worldPlanet", "world", "planet"),
        Table.Of("feast", static session => new FeastRepository(session)).Keyed("day").Column("day", ["2024-02-29", "2025-12-24", "0001-01-01"], "0001-01-01").Text("name"),
        Table.Of("holiday", static session => new HolidayRepository(session)).Generated("id").Refers("travellerId", "traveller", "id").Refers("feastDay", "feast", "day"),
        Table.Of("coin", static session => new CoinRepository(session)).Keyed("value").Column("value", 0.5, 1.5, 2, 10).Column("symbol", ["a", "€", "¢"], "\0"),
        Table.Of("payment", static session => new PaymentRepository(session)).Generated("id").Refers("travellerId", "traveller", "id").Refers("coinValue", "coin", "value"),
        Table.Of("suitcase", static session => new SuitcaseRepository(session)).Keyed("id").Column("id", Guids, NoGuid).Column("weight", 0, 1, 2).Refers("ownerSerial", "traveller", "serial", isNullable: true),
        Table.Of("sticker", static session => new StickerRepository(session)).Generated("id").Text("text"),
        Table.Of("tagging", static session => new TaggingRepository(session)).Generated("id").Refers("travellerSerial", "traveller", "serial").Refers("stickerId", "sticker", "id"));

    /// <summary>Links between keys that are not the primary keys: a number, and a text that may be null.</summary>
    public static Family Students => new(
        "students",
        Table.Of("student", static session => new StudentRepository(session)).Generated("id").Column("number", 1, 2, 3, 10, 20, 30).IsUnique("number").Text("name")
            .Through("courses", "course", "number", "code", new("enrolment", ["studentNumber"], ["courseCode"]), RelationAccess.Through(static (Session session, int key) => new StudentRepository(session).Courses(key)))
            .Many("fees", "fee", "number", "studentNumber", RelationAccess.Many(static (Session session, int key) => new StudentRepository(session).Fees(key))),
        Table.Of("course", static session => new CourseRepository(session)).Generated("id").Column("code", null, "a", "b", "A", "10").IsUnique("code").Text("title"),
        Table.Of("enrolment", static session => new EnrolmentRepository(session)).Generated("id").Integer("grade", isNullable: true).Refers("studentNumber", "student", "number").Refers("courseCode", "course", "code"),
        Table.Of("fee", static session => new FeeRepository(session)).Generated("id").Column("amount", 0.25, 1, 10, -3.5).Refers("studentNumber", "student", "number"));

    /// <summary>A tree and a graph by a key that may be null and is not the primary key.</summary>
    public static Family Serials => new(
        "serials",
        Table.Of("serialNode", static session => new SerialNodeRepository(session)).Generated("id").Column("serial", null, "a", "b", "A", "10", "9", "c").IsUnique("serial").Text("name").Refers("parentSerial", "serialNode", "serial", isNullable: true)
            .One("parent", "serialNode", "parentSerial", "serial", RelationAccess.BelongsTo(static (Session session, int key) => new SerialNodeRepository(session).Parent(key)))
            .Many("children", "serialNode", "serial", "parentSerial", RelationAccess.Many(static (Session session, string key) => new SerialNodeRepository(session).Children(key)))
            .Through("next", "serialNode", "serial", "serial", new("serialEdge", ["fromSerial"], ["toSerial"]), RelationAccess.Through(static (Session session, string key) => new SerialNodeRepository(session).Next(key)))
            .Through("previous", "serialNode", "serial", "serial", new("serialEdge", ["toSerial"], ["fromSerial"]), RelationAccess.Through(static (Session session, string key) => new SerialNodeRepository(session).Previous(key)))
            .Links("edges", "serialNode", "serial", "serial", new("serialEdge", ["fromSerial"], ["toSerial"])),
        Table.Of("serialEdge", static session => new SerialEdgeRepository(session)).Keyed("fromSerial", "toSerial").Integer("weight").Refers("fromSerial", "serialNode", "serial").Refers("toSerial", "serialNode", "serial"));

    /// <summary>The same by a composite key that is not the primary key.</summary>
    public static Family Places => new(
        "places",
        Table.Of("placeNode", static session => new PlaceNodeRepository(session)).Keyed("id").Column("id", Guids, NoGuid).Column("x", 1, 2, 3).Column("y", ["2024-02-29", "2025-01-01"], "0001-01-01").IsUnique("x", "y").Text("name")
            .Refers("parentX,parentY", "placeNode", "x,y", isNullable: true)
            .One("parent", "placeNode", "parentX,parentY", "x,y", RelationAccess.BelongsTo(static (Session session, Guid key) => new PlaceNodeRepository(session).Parent(key)))
            .Many("children", "placeNode", "x,y", "parentX,parentY", RelationAccess.Many(static (Session session, (int, DateOnly) key) => new PlaceNodeRepository(session).Children(key)))
            .Through("next", "placeNode", "x,y", "x,y", new("placeEdge", ["fromX", "fromY"], ["toX", "toY"]), RelationAccess.Through(static (Session session, (int, DateOnly) key) => new PlaceNodeRepository(session).Next(key)))
            .Through("previous", "placeNode", "x,y", "x,y", new("placeEdge", ["toX", "toY"], ["fromX", "fromY"]), RelationAccess.Through(static (Session session, (int, DateOnly) key) => new PlaceNodeRepository(session).Previous(key)))
            .Links("edges", "placeNode", "x,y", "x,y", new("placeEdge", ["fromX", "fromY"], ["toX", "toY"])),
        Table.Of("placeEdge", static session => new PlaceEdgeRepository(session)).Keyed("fromX", "fromY", "toX", "toY").Integer("weight").Refers("fromX,fromY", "placeNode", "x,y").Refers("toX,toY", "placeNode", "x,y"));

    /// <summary>Links whose foreign keys may be null.</summary>
    public static Family Teams => new(
        "teams",
        Table.Of("team", static session => new TeamRepository(session)).Generated("id").Text("name")
            .Through("sponsors", "sponsor", "id", "id", new("sponsorship", ["teamId"], ["sponsorId"]), RelationAccess.Through(static (Session session, int key) => new TeamRepository(session).Sponsors(key))),
        Table.Of("sponsor", static session => new SponsorRepository(session)).Generated("id").Text("name"),
        Table.Of("sponsorship", static session => new SponsorshipRepository(session)).Generated("id").Refers("teamId", "team", "id", isNullable: true).Refers("sponsorId", "sponsor", "id", isNullable: true));

    /// <summary>One to one, where the target's primary key is its foreign key.</summary>
    public static Family Citizens => new(
        "citizens",
        Table.Of("citizen", static session => new CitizenRepository(session)).Generated("id").Text("name")
            .One("passport", "passport", "id", "citizenId", RelationAccess.One(static (Session session, int key) => new CitizenRepository(session).Passport(key))),
        Table.Of("passport", static session => new PassportRepository(session)).Keyed("citizenId").Text("number").Refers("citizenId", "citizen", "id"));

    /// <summary>Positional records.</summary>
    public static Family Bands => new(
        "bands",
        Table.Of("band", static session => new BandRepository(session)).Generated("id").Text("name")
            .Many("songs", "song", "id", "bandId", RelationAccess.Many(static (Session session, int key) => new BandRepository(session).Songs(key))),
        Table.Of("song", static session => new SongRepository(session)).Generated("id").Text("title").Column("length", null, "00:03:00", "01:00:00.5000000").Refers("bandId", "band", "id")
            .One("band", "band", "bandId", "id", RelationAccess.BelongsTo(static (Session session, int key) => new SongRepository(session).Band(key))));

    /// <summary>Keys of strong types: made by the database, a Guid and a text of the client's, a foreign key that is the key.</summary>
    public static Family Surgeons => new(
        "surgeons",
        Table.Of("surgeon", static session => new SurgeonRepository(session)).Generated("id").Text("name").Column("severity", null, 0, 1).Refers("mentorId", "surgeon", "id", isNullable: true)
            .One("mentor", "surgeon", "mentorId", "id", RelationAccess.BelongsTo(static (Session session, SurgeonId key) => new SurgeonRepository(session).Mentor(key)))
            .Many("pupils", "surgeon", "id", "mentorId", RelationAccess.Many(static (Session session, SurgeonId key) => new SurgeonRepository(session).Pupils(key)))
            .Through("theatres", "theatre", "id", "id", new("operation", ["surgeonId"], ["theatreId"]), RelationAccess.Through(static (Session session, SurgeonId key) => new SurgeonRepository(session).Theatres(key)))
            .Links("operations", "theatre", "id", "id", new("operation", ["surgeonId"], ["theatreId"]))
            .Through("implants", "implant", "id", "code", new("training", ["surgeonId"], ["implantCode"]), RelationAccess.Through(static (Session session, SurgeonId key) => new SurgeonRepository(session).Implants(key)))
            .One("locker", "locker", "id", "surgeonId", RelationAccess.One(static (Session session, SurgeonId key) => new SurgeonRepository(session).Locker(key))),
        Table.Of("theatre", static session => new TheatreRepository(session)).Keyed("id").Column("id", Guids, NoGuid).Integer("floor")
            .Through("surgeons", "surgeon", "id", "id", new("operation", ["theatreId"], ["surgeonId"]), RelationAccess.Through(static (Session session, TheatreId key) => new TheatreRepository(session).Surgeons(key))),
        Table.Of("implant", static session => new ImplantRepository(session)).Keyed("code").Column("code", "a", "B", "10", "9").Text("name")
            .Through("surgeons", "surgeon", "code", "id", new("training", ["implantCode"], ["surgeonId"]), RelationAccess.Through(static (Session session, ImplantCode key) => new ImplantRepository(session).Surgeons(key))),
        Table.Of("operation", static session => new OperationRepository(session)).Generated("id").Column("used", null, "a", "B").Refers("surgeonId", "surgeon", "id").Refers("theatreId", "theatre", "id")
            .One("theatre", "theatre", "theatreId", "id", RelationAccess.BelongsTo(static (Session session, long key) => new OperationRepository(session).Theatre(key))),
        Table.Of("training", static session => new TrainingRepository(session)).Keyed("surgeonId", "implantCode").Refers("surgeonId", "surgeon", "id").Refers("implantCode", "implant", "code"),
        Table.Of("locker", static session => new LockerRepository(session)).Keyed("surgeonId").Integer("number").Refers("surgeonId", "surgeon", "id"));

    /// <summary>A foreign key that refers to rows of several tables.</summary>
    public static Family Posts => new(
        "posts",
        Table.Of("post", static session => new PostRepository(session)).Generated("id").Text("title")
            .Add(new("comments", IsMany: true, ["id"], ["topicId"], [new("comment")]) { TargetNames = ("topicType", "Post"), Access = RelationAccess.Many(static (Session session, int key) => new PostRepository(session).Comments(key)) }),
        Table.Of("photo", static session => new PhotoRepository(session)).Generated("id").Text("title").Integer("width")
            .Add(new("caption", IsMany: false, ["id"], ["topicId"], [new("comment")]) { TargetNames = ("topicType", "Photo"), Access = RelationAccess.One(static (Session session, int key) => new PhotoRepository(session).Caption(key)) }),
        Table.Of("comment", static session => new CommentRepository(session)).Generated("id").Text("text")
            .RefersToOneOf("topicId", "topicType", "id", isNullable: true, new Target("post", "Post"), new Target("photo", "Photo"))
            .Add(new("topic", IsMany: false, ["topicId"], ["id"], [new("post", "Post"), new("photo", "Photo")]) { SourceNames = "topicType", Access = RelationAccess.BelongsToOneOf(static (Session session, int key) => new CommentRepository(session).Topic(key)) }));

    /// <summary>Targets of several tables, whose links are the pair and the target's type.</summary>
    public static Family Winners => new(
        "winners",
        Table.Of("winner", static session => new WinnerRepository(session)).Keyed("number").Column("number", Guids, NoGuid)
            .Add(new("prizes", IsMany: true, ["number"], ["code"], [new("medal", "Medal"), new("cup", "Cup")])
            {
                Through = Wins,
                Access = RelationAccess.Polymorphic(static (Session session, Guid key) => new WinnerRepository(session).Prizes(key), new(StringComparer.Ordinal) { ["medal"] = Rows.Read<Medal>, ["cup"] = Rows.Read<Cup> }),
            })
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
            .One("receipt", "receipt", "number,code", "year,mark", RelationAccess.One(static (Session session, (int, string) key) => new VoucherRepository(session).Receipt(key)))
            .Through("depots", "depot", "number,code", "id,planet", Shipments, RelationAccess.Through(static (Session session, (int, string) key) => new VoucherRepository(session).Depots(key)))
            .Links("shipments", "depot", "number,code", "id,planet", Shipments)
            .Through("stamps", "stamp", "number,code", "id", new("voucherStamp", ["number", "code"], ["stampId"]), RelationAccess.Through(static (Session session, (int, string) key) => new VoucherRepository(session).Stamps(key))),
        Table.Of("voucherLine", static session => new VoucherLineRepository(session)).Generated("id").Text("text").Refers("voucherNumber,voucherCode", "voucher", "number,code", isNullable: true)
            .One("voucher", "voucher", "voucherNumber,voucherCode", "number,code", RelationAccess.BelongsTo(static (Session session, int key) => new VoucherLineRepository(session).Voucher(key))),
        Table.Of("receipt", static session => new ReceiptRepository(session)).Generated("id").Refers("year,mark", "voucher", "number,code").IsSole("year", "mark")
            .One("voucher", "voucher", "year,mark", "number,code", RelationAccess.BelongsTo(static (Session session, int key) => new ReceiptRepository(session).Voucher(key))),
        Table.Of("depot", static session => new DepotRepository(session)).Keyed("id", "planet").Column("id", Guids[..3], NoGuid).Column("planet", 1, 3, 200).Text("name")
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
            .One("parent", "square", "parentRow,parentColumn", "row,column", RelationAccess.BelongsTo(static (Session session, (int, int) key) => new SquareRepository(session).Parent(key)))
            .Many("children", "square", "row,column", "parentRow,parentColumn", RelationAccess.Many(static (Session session, (int, int) key) => new SquareRepository(session).Children(key)))
            .Through("reachable", "square", "row,column", "row,column", new("move", ["fromRow", "fromColumn"], ["toRow", "toColumn"]), RelationAccess.Through(static (Session session, (int, int) key) => new SquareRepository(session).Reachable(key)))
            .Through("reachableFrom", "square", "row,column", "row,column", new("move", ["toRow", "toColumn"], ["fromRow", "fromColumn"]), RelationAccess.Through(static (Session session, (int, int) key) => new SquareRepository(session).ReachableFrom(key))),
        Table.Of("move", static session => new MoveRepository(session)).Keyed("fromRow", "fromColumn", "toRow", "toColumn").Refers("fromRow,fromColumn", "square", "row,column").Refers("toRow,toColumn", "square", "row,column"));

    public static IEnumerable<Family> All => [Clinic, Articles, Books, Users, Shop, Travels, Students, Serials, Places, Teams, Citizens, Bands, Surgeons, Posts, Winners, Vouchers, Squares];
}
