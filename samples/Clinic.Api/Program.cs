// LoopBack's example over HTTP: doctors have many patients through appointments.
// dotnet run --project samples/Clinic.Api [-- --database FILE --postgresql "CONNECTION STRING" --urls ADDRESS], then for example:
//   curl 'http://localhost:5000/doctors?filter[include][]=patients'
//   curl http://localhost:5000/doctors --json '{"name":"Mario"}'
//   curl http://localhost:5000/doctors/1/patients --json '{"name":"Luigi","throughData":{"at":"2025-03-03T09:30:00"}}'
using Clinic;
using Clinic.Api;
using Relations;
using Relations.AspNetCore;
using Relations.PostgreSql;
using Relations.Sqlite;

var builder = WebApplication.CreateSlimBuilder(args);
var file = builder.Configuration["database"] ?? Path.Combine(AppContext.BaseDirectory, "clinic.db");
builder.Services.AddSingleton<Session>(_ => builder.Configuration["postgresql"] is { } connectionString ? new PostgreSqlDatabase(connectionString) : new SqliteDatabase($"Data Source={file}"));
builder.Services.AddRepositories();
builder.Services.AddRelations(RelationsModel.Definition);
builder.Services.ConfigureHttpJsonOptions(http => http.SerializerOptions.TypeInfoResolverChain.Insert(0, ClinicJson.Default));
builder.Services.AddOpenApi(document => document.AddRelations());

await using var app = builder.Build();
await RelationsModel.CreateSchemaAsync(app.Services.GetRequiredService<Session>());
app.UseExceptionHandler();
app.UseStatusCodePages();
app.MapOpenApi();

var all = app.MapGroup("/doctors");
all.MapGet("/", (FilterQuery<Doctor> filter, DoctorRepository doctors, CancellationToken cancel) => doctors.FindAsync(filter, cancel));
all.MapGet("/{id:int}", (int id, FilterQuery<Doctor> filter, DoctorRepository doctors, CancellationToken cancel) => doctors.Apply(filter).FindByIdAsync(id, cancel));
all.MapPost("/", async (Body<Doctor> body, DoctorRepository doctors, CancellationToken cancel) =>
{
    var doctor = await doctors.CreateAsync(body, cancel);
    return TypedResults.Created($"/doctors/{doctor.Id}", doctor);
});

// The patients of one doctor. Each of these endpoints takes the doctor's id first.
var his = app.MapGroup("/doctors/{id:int}/patients").AddEndpointFilter(async (call, next) =>
{
    await call.HttpContext.RequestServices.GetRequiredService<DoctorRepository>().FindByIdAsync(call.GetArgument<int>(0)); // 404 where there is no such doctor
    return await next(call);
});
his.MapGet("/", (int id, FilterQuery<Patient> filter, DoctorRepository doctors, CancellationToken cancel) => doctors.Patients(id).FindAsync(filter, cancel));
his.MapPost("/", async (int id, NewTarget<Patient, DoctorPatientsThroughData> body, DoctorRepository doctors, CancellationToken cancel) =>
    TypedResults.Created((string?)null, await doctors.Patients(id).CreateAsync(body.Target, body.ThroughData, cancel)));
his.MapPatch("/", async (int id, WhereQuery<Patient> where, Body<PatientPatch> patch, DoctorRepository doctors, CancellationToken cancel) =>
    new Counted(await doctors.Patients(id).Apply(where).PatchAsync(patch, cancel)));
his.MapDelete("/", async (int id, WhereQuery<Patient> where, DoctorRepository doctors, CancellationToken cancel) =>
    new Counted(await doctors.Patients(id).Apply(where).DeleteAsync(cancel)));
his.MapPut("/{pid:int}", async (int id, int pid, Body<DoctorPatientsThroughData> appointment, DoctorRepository doctors, CancellationToken cancel) =>
{
    await doctors.Patients(id).LinkAsync(pid, appointment, cancel);
    return TypedResults.NoContent();
});
his.MapDelete("/{pid:int}", async (int id, int pid, DoctorRepository doctors, CancellationToken cancel) =>
    new Counted(await doctors.Patients(id).UnlinkAsync(pid, cancel)));

await app.RunAsync();
