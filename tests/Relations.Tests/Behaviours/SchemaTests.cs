using Relations.Definitions;
using Relations.Tests.Harness;
using Relations.Tests.Models;

namespace Relations.Tests.Behaviours;

/// <summary>What <c>CreateSchemaAsync</c> makes is what the definitions say, as the database itself tells it.</summary>
public sealed class SchemaTests(DatabaseKind kind) : DatabaseFixture(kind)
{
    [Test]
    public async Task Every_property_has_a_column_of_its_type_that_may_be_null_where_it_may()
    {
        var found = await Catalogue.ReadAsync(Kind, Db);
        var wanted = Entities.SelectMany(entity => entity.Properties.Select(property => $"{entity.Table}.{property.Column} {TypeOf(property)}{(property.IsNullable ? "" : " not null")}"));
        Assert.That(found.Columns, Is.EquivalentTo(wanted));
    }

    [Test]
    public async Task Every_table_has_its_primary_key()
    {
        var found = await Catalogue.ReadAsync(Kind, Db);
        Assert.That(found.PrimaryKeys, Is.EquivalentTo(Entities.Select(static entity => $"{entity.Table} {List(entity.PrimaryKey)}")));
    }

    [Test]
    public async Task Every_relation_to_one_type_has_its_foreign_keys_and_there_are_no_others()
    {
        var found = await Catalogue.ReadAsync(Kind, Db);
        var all = ForeignKeys.ToList();
        var shared = all.Where(key => all.Exists(other => other.Entity == key.Entity && other.Columns.SequenceEqual(key.Columns) && IsOf(key.Target, key.Key, other.Target, other.Key))).ToList();
        Assert.That(found.ForeignKeys, Is.EquivalentTo(all.Except(shared).Select(static key => key.Line).ToHashSet(StringComparer.Ordinal)));

        // Whoever has the key of another is referred to by way of the other.
        bool IsOf(EntityDefinition entity, IReadOnlyList<PropertyDefinition> columns, EntityDefinition target, IReadOnlyList<PropertyDefinition> key) =>
            all.Exists(step => step.Entity == entity && step.Columns.SequenceEqual(columns) && step.Target == target && step.Key.SequenceEqual(key));
    }

    [Test]
    public async Task Foreign_keys_pairs_and_unique_properties_have_indexes()
    {
        var found = await Catalogue.ReadAsync(Kind, Db);
        var unique = found.Indexes.Where(static index => index.EndsWith(" unique", StringComparison.Ordinal)).Select(static index => index[..^" unique".Length]).Concat(found.PrimaryKeys).ToHashSet(StringComparer.Ordinal);
        var begins = found.Indexes.Concat(found.PrimaryKeys).ToList();

        Assert.That(Entities.SelectMany(static entity => entity.Unique.Select(key => $"{entity.Table} {List(key)}")).Distinct(StringComparer.Ordinal), Is.SubsetOf(unique), "what the model says is unique");
        Assert.That(ForeignKeys.Select(static key => $"{key.Target.Table} {List(key.Key)}").Distinct(StringComparer.Ordinal), Is.SubsetOf(unique), "what foreign keys refer to");
        var indexed = ForeignKeys.Select(static key => (key.Entity, key.Columns))
            .Concat(Throughs.SelectMany(static through => new[] { (through.Model, through.Pair), (through.Model, through.ReversePair) }));
        foreach (var (entity, columns) in indexed)
        {
            var start = $"{entity.Table} {List(columns)}"[..^1];
            Assert.That(begins, Has.Some.Matches<string>(index => index.StartsWith(start + ")", StringComparison.Ordinal) || index.StartsWith(start + ",", StringComparison.Ordinal)), start);
        }
    }

    [Test]
    public async Task Creating_again_changes_nothing()
    {
        var before = await Catalogue.ReadAsync(Kind, Db);
        await RelationsModel.CreateSchemaAsync(Db);
        var after = await Catalogue.ReadAsync(Kind, Db);
        Assert.That(after.Columns, Is.EquivalentTo(before.Columns));
        Assert.That(after.ForeignKeys, Is.EquivalentTo(before.ForeignKeys));
        Assert.That(after.Indexes, Is.EquivalentTo(before.Indexes));
        await RelationsModel.VerifySchemaAsync(Db);
    }

    [Test]
    public async Task Creating_completes_what_is_half_done()
    {
        Test.RunUnchecked("DROP TABLE \"Appointment\"; DROP INDEX \"IX_CustomerCartItemLink_CartItemId_CustomerId\";");
        Assert.That(async () => await RelationsModel.VerifySchemaAsync(Db), Throws.TypeOf<SchemaMismatchException>());
        await RelationsModel.CreateSchemaAsync(Db);
        await RelationsModel.VerifySchemaAsync(Db);
    }

    [Test]
    public async Task Creating_leaves_a_view_in_a_tables_place_as_it_is()
    {
        Test.RunUnchecked("ALTER TABLE \"Patient\" RENAME TO stored; CREATE VIEW \"Patient\" AS SELECT * FROM stored; DROP TABLE \"Appointment\"; ALTER TABLE \"Login\" RENAME TO logins; CREATE VIEW \"Login\" AS SELECT * FROM logins");
        await RelationsModel.CreateSchemaAsync(Db);
        await RelationsModel.VerifySchemaAsync(Db);

        Test.RunUnchecked("INSERT INTO stored (\"Name\", \"BirthYear\") VALUES ('Luigi', 1983)");
        await Doctors.CreateAsync(new() { Name = "Mario" });
        await Appointments.CreateAsync(new() { DoctorId = 1, PatientId = 1, At = Monday });
        Assert.That((await Doctors.Include(static d => d.Patients).SingleAsync()).Patients.Single().Name, Is.EqualTo("Luigi"), "no foreign key refers to the view");
        if (Kind == DatabaseKind.PostgreSql)
        {
            Assert.That(async () => await Doctors.Patients(1).ToListAsync(), Throws.TypeOf<RelationsException>().With.Message.Contains("needs a primary key in the database, which a view has not"));
        }
    }

    [Test]
    public async Task Creating_is_all_or_nothing()
    {
        await using (var transaction = await Db.BeginTransactionAsync())
        {
            await transaction.ExecuteAsync($"DROP TABLE \"Appointment\"");
            await RelationsModel.CreateSchemaAsync(transaction);
            await transaction.RollbackAsync();
        }

        await RelationsModel.VerifySchemaAsync(Db);
    }

    [Test]
    public async Task Several_may_create_at_the_same_time()
    {
        Test.RunUnchecked(Kind == DatabaseKind.Sqlite
            ? string.Concat(Entities.Select(static entity => $"DROP TABLE {Quoted(entity.Table)};"))
            : "DROP SCHEMA public CASCADE; CREATE SCHEMA public;" + string.Concat(Entities.Select(static entity => entity.Schema).OfType<string>().Distinct(StringComparer.Ordinal).Select(static schema => $"DROP SCHEMA {Quoted(schema)} CASCADE;")));
        var databases = Enumerable.Range(0, 4).Select(_ => Test.Reopen(Kind == DatabaseKind.Sqlite ? "Default Timeout=120" : "Command Timeout=120")).ToList(); // on a busy machine, the last one waits for long
        await Task.WhenAll(databases.Select(static database => Task.Run(async () => await RelationsModel.CreateSchemaAsync(database))));
        await RelationsModel.VerifySchemaAsync(Db);
    }

    [TestCase("DROP INDEX \"IX_Tag_Name\"; CREATE INDEX \"IX_Tag_Name\" ON \"Tag\" (\"Name\")", TestName = "An_index_that_became_unique_is_made")]
    [TestCase("DROP INDEX \"IX_Tag_Name\"; CREATE INDEX \"IX_Tag_Name\" ON \"Doctor\" (\"Name\")", TestName = "An_index_whose_name_another_table_has_is_made")]
    [TestCase("DROP INDEX \"IX_Appointment_DoctorId_PatientId\"; CREATE INDEX \"IX_Appointment_DoctorId_PatientId\" ON \"Appointment\" (\"At\")", TestName = "An_index_that_is_on_other_columns_is_made")]
    public async Task Index(string change)
    {
        Test.RunUnchecked(change);
        await RelationsModel.CreateSchemaAsync(Db);

        await RelationsModel.VerifySchemaAsync(Db);
        var tags = new TagRepository(Db);
        await tags.CreateAsync(new() { Name = "t" });
        Assert.That(() => tags.CreateAsync(new() { Name = "t" }), Throws.TypeOf<UniqueViolationException>());
    }

    [Test]
    public async Task An_index_is_made_however_often_its_table_was_renamed()
    {
        var tags = new TagRepository(Db);
        for (var times = 0; times < 3; times++)
        {
            Test.RunUnchecked($"ALTER TABLE \"Tag\" RENAME TO \"Tag{times}\"");
            await RelationsModel.CreateSchemaAsync(Db);
            await RelationsModel.CreateSchemaAsync(Db);
            await tags.CreateAsync(new() { Name = "t" });
            Assert.That(() => tags.CreateAsync(new() { Name = "t" }), Throws.TypeOf<UniqueViolationException>());
        }
    }

    [Test]
    public async Task Rows_that_keep_a_unique_index_from_being_made_are_told()
    {
        Test.RunUnchecked("DROP INDEX \"IX_Tag_Name\"; INSERT INTO \"Tag\" (\"Name\") VALUES ('twice'), ('twice')");

        Assert.That(
            async () => await RelationsModel.CreateSchemaAsync(Db),
            Throws.TypeOf<UniqueViolationException>().With.Message.StartsWith("The unique index (\"Name\") of \"Tag\" cannot be made, since rows have the same values there (").And.Message.EndsWith("No table, index or foreign key was made; correct the rows first."));
    }

    [Test]
    public async Task Indexes_that_are_there_are_not_made_again()
    {
        using var log = new StatementLog(Db);

        await RelationsModel.CreateSchemaAsync(Db);

        Assert.That(log.Rows, Has.None.Contains(" INDEX "), "it takes locks, and the right to, even where there is nothing to do");
    }

    [Test]
    public async Task An_index_by_another_name_serves()
    {
        Test.RunUnchecked("DROP INDEX \"IX_Appointment_DoctorId_PatientId\"; CREATE INDEX wider ON \"Appointment\" (\"DoctorId\", \"PatientId\", \"At\")");
        using var log = new StatementLog(Db);

        await RelationsModel.CreateSchemaAsync(Db);

        Assert.That(log.Rows, Has.None.Contains("\"IX_Appointment_DoctorId_PatientId\""));
    }

    [Test, NotOn(DatabaseKind.Sqlite, "It adds no foreign keys to tables that exist.")]
    public async Task A_foreign_key_by_another_name_serves()
    {
        await SeedClinicAsync();
        Test.RunUnchecked("ALTER TABLE \"Appointment\" DROP CONSTRAINT \"FK_Appointment_Doctor_DoctorId\"; ALTER TABLE \"Appointment\" ADD CONSTRAINT own FOREIGN KEY (\"DoctorId\") REFERENCES \"Doctor\" (\"Id\") ON DELETE CASCADE");

        await RelationsModel.CreateSchemaAsync(Db);

        Assert.That(await Db.QueryAsync($"SELECT conname::text FROM pg_constraint WHERE conrelid = '\"Appointment\"'::regclass AND confrelid = '\"Doctor\"'::regclass", static row => row.GetString(0)), Is.EqualTo(new[] { "own" }));
        await Doctors.DeleteByIdAsync(1);
        Assert.That(await Appointments.CountAsync(), Is.EqualTo(2));
    }

    [Test, NotOn(DatabaseKind.Sqlite, "It adds no foreign keys to tables that exist.")]
    public async Task Rows_that_keep_a_foreign_key_from_being_made_are_told()
    {
        Test.RunUnchecked("ALTER TABLE \"Appointment\" DROP CONSTRAINT \"FK_Appointment_Doctor_DoctorId\"; INSERT INTO \"Patient\" (\"Pid\", \"Name\", \"BirthYear\") VALUES (1, 'Luigi', 1983); INSERT INTO \"Appointment\" (\"DoctorId\", \"PatientId\", \"At\") VALUES (9, 1, '2025-03-03')");

        Assert.That(
            async () => await RelationsModel.CreateSchemaAsync(Db),
            Throws.TypeOf<ForeignKeyViolationException>().With.Message.StartsWith("The foreign key (\"DoctorId\") of \"Appointment\" to \"Doctor\" (\"Id\") cannot be made, since rows refer to ones that do not exist ("));
    }

    [Test]
    public async Task Names_that_are_alike_as_far_as_the_database_keeps_them_stay_apart()
    {
        var observatories = new ObservatoryRepository(Db);
        var first = await observatories.CreateAsync(new() { International = "a", Newer = "a" });
        var second = await observatories.CreateAsync(new() { International = "b", Newer = "b" });
        await observatories.Partners(first.Id).LinkAsync(second.Id);
        await RelationsModel.CreateSchemaAsync(Db); // finds all of them there

        Assert.That(async () => await observatories.CreateAsync(new() { International = "a", Newer = "c" }), Throws.TypeOf<UniqueViolationException>());
        Assert.That(async () => await observatories.CreateAsync(new() { International = "c", Newer = "b" }), Throws.TypeOf<UniqueViolationException>());
        Assert.That(async () => await new ObservationRepository(Db).CreateAsync(new() { ObservatoryId = 9, PartnerId = 1 }), Throws.TypeOf<ForeignKeyViolationException>());
        Assert.That(async () => await new ObservationRepository(Db).CreateAsync(new() { ObservatoryId = 1, PartnerId = 9 }), Throws.TypeOf<ForeignKeyViolationException>());
        Assert.That(async () => await RelationsModel.VerifySchemaAsync(Db), Throws.Nothing);
        if (Kind == DatabaseKind.PostgreSql)
        {
            var names = await Db.QueryAsync(
                $"""
                SELECT conname::text FROM pg_constraint WHERE conrelid::regclass::text LIKE '%Observat%mountaïns%' AND contype = 'f'
                UNION ALL SELECT indexname::text FROM pg_indexes WHERE tablename LIKE 'Observat%mounta%' AND indexname LIKE 'IX%'
                """,
                static row => row.GetString(0));
            Assert.That(names, Has.Count.GreaterThanOrEqualTo(6).And.Unique);
            Assert.That(names, Is.All.Match("^(FK|IX)_.*_[0-9a-f]{8}$"));
            Assert.That(names.Select(System.Text.Encoding.UTF8.GetByteCount), Is.All.InRange(62, 63));
        }
    }

    [Test]
    public async Task Verifying_takes_three_statements()
    {
        using var log = new StatementLog(Db);
        await RelationsModel.VerifySchemaAsync(Db);
        Assert.That(log.Rows, Has.Count.EqualTo(3));
    }

    private static IReadOnlyList<EntityDefinition> Entities => RelationsModel.Definition.Entities;

    private static IEnumerable<RelationDefinition> AllRelations => Entities.SelectMany(static entity => entity.Relations.Values);

    private static IEnumerable<ThroughDefinition> Throughs => AllRelations.OfType<HasManyDefinition>().Select(static relation => relation.Through).OfType<ThroughDefinition>();

    private static IEnumerable<(EntityDefinition Entity, IReadOnlyList<PropertyDefinition> Columns, EntityDefinition Target, IReadOnlyList<PropertyDefinition> Key, string Line)> ForeignKeys
    {
        get
        {
            foreach (var relation in AllRelations)
            {
                if (relation is HasManyDefinition { Through: { } through })
                {
                    if (through.PolymorphicSource is null)
                    {
                        yield return Key(through.Model, through.KeyFromProperties, relation.Source, relation.KeyFromProperties);
                    }

                    if (through.Polymorphic is null)
                    {
                        yield return Key(through.Model, through.KeyToProperties, relation.Target, relation.KeyToProperties);
                    }
                }
                else if (relation.Polymorphic is null)
                {
                    yield return relation.Type == RelationType.BelongsTo
                        ? Key(relation.Source, relation.KeyFromProperties, relation.Target, relation.KeyToProperties)
                        : Key(relation.Target, relation.KeyToProperties, relation.Source, relation.KeyFromProperties);
                }
            }

            static (EntityDefinition, IReadOnlyList<PropertyDefinition>, EntityDefinition, IReadOnlyList<PropertyDefinition>, string) Key(
                EntityDefinition entity, IReadOnlyList<PropertyDefinition> columns, EntityDefinition target, IReadOnlyList<PropertyDefinition> key) =>
                (entity, columns, target, key, $"{entity.Table} {List(columns)} {target.Table} {List(key)}");
        }
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string List(IEnumerable<PropertyDefinition> properties) => $"({string.Join(", ", properties.Select(static property => property.Column))})";

    private string TypeOf(PropertyDefinition property) => Kind == DatabaseKind.Sqlite
        ? property.ColumnType switch
        {
            ColumnType.Single or ColumnType.Double => "REAL",
            ColumnType.Bytes => "BLOB",
            ColumnType.Boolean or (>= ColumnType.SByte and <= ColumnType.UInt64) => "INTEGER",
            _ => "TEXT",
        }
        : property.TypeName is { } named ? named switch
        {
            "VARCHAR (5)" or "varchar(20)" or "character varying(10)" => "character varying",
            "numeric(10, 2)" => "numeric",
            "timestamp(3)" => "timestamp without time zone",
            _ => named,
        }
        : property.ColumnType switch
        {
            ColumnType.Boolean => "boolean",
            ColumnType.SByte or ColumnType.Byte or ColumnType.Int16 => "smallint",
            ColumnType.UInt16 or ColumnType.Int32 => "integer",
            ColumnType.UInt32 or ColumnType.Int64 => "bigint",
            ColumnType.UInt64 or ColumnType.Decimal => "numeric",
            ColumnType.Single => "real",
            ColumnType.Double => "double precision",
            ColumnType.Guid => "uuid",
            ColumnType.DateTime => "timestamp without time zone",
            ColumnType.DateTimeOffset => "timestamp with time zone",
            ColumnType.DateOnly => "date",
            ColumnType.TimeOnly => "time without time zone",
            ColumnType.TimeSpan => "interval",
            ColumnType.Bytes => "bytea",
            _ => "text",
        };
}
