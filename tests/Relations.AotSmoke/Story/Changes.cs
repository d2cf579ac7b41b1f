using Clinic;

namespace Relations.AotSmoke.Story;

/// <summary>Rows are patched, saved and deleted; transactions and errors leave nothing behind.</summary>
internal static class Changes
{
    public static async Task TellAsync(Steps steps, Database db)
    {
        var doctors = new DoctorRepository(db);
        var patients = new PatientRepository(db);
        var monday = Doctors.Monday;

        steps.Same(await doctors.Patients(1).Where(p => p.Pid == 2).PatchAsync(new() { Name = "Princess Peach" }), 1);
        steps.Same(await doctors.Patients(1).Where(p => p.Name.StartsWith("Princess")).DeleteAsync(), 1);
        steps.Same(Text.WithPatients(await doctors.Include(d => d.Patients).ToListAsync()), "Mario: Luigi; Link: Zelda");

        await using (var transaction = await db.BeginTransactionAsync())
        {
            steps.Same(await doctors.In(transaction).Patients(1).UnlinkAllAsync(), 2);
            steps.Same(await doctors.In(transaction).Patients(1).AnyAsync(), false);
        } // not committed

        steps.Same(await doctors.Patients(1).AnyAsync(), true);
        await using (var transaction = await db.BeginTransactionAsync())
        {
            await doctors.In(transaction).CreateAllAsync([new() { Name = "Toad" }, new() { Name = "Yoshi" }]);
            await transaction.CommitAsync();
        }

        var toad = await doctors.Where(d => d.Name == "Toad").SingleAsync();
        await doctors.PatchByIdAsync(toad.Id, new() { Name = "Toadette" });
        await doctors.UpdateAsync(new() { Id = toad.Id + 1, Name = "Birdo" });
        await doctors.SaveAsync(new() { Id = 40, Name = "Wario" });
        await doctors.ReplaceByIdAsync(40, new() { Id = 40, Name = "Waluigi" });
        steps.Same(Text.Of(await doctors.Where(d => d.Id > 2).ToListAsync()), "Toadette, Birdo, Waluigi");
        await doctors.DeleteByIdAsync(40);
        steps.Same(await doctors.Where(d => d.Id > 2).DeleteAsync(), 2);

        await steps.FailsAsync<ForeignKeyViolationException>(async () => await doctors.Patients(1).LinkAsync(99, new() { At = monday }));
        await steps.FailsAsync<ForeignKeyViolationException>(async () => await patients.DeleteByIdAsync(1));
        await steps.FailsAsync<EntityNotFoundException>(async () => await doctors.FindByIdAsync(99));
        await steps.FailsAsync<UniqueViolationException>(async () => await new UserLinkRepository(db).CreateAsync(new() { FollowerId = 1, FolloweeId = 2 }));
        steps.Same((await patients.CountAsync(), await new AppointmentRepository(db).CountAsync()), (2, 3));
    }
}
