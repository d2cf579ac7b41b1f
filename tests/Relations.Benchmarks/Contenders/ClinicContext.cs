using Microsoft.EntityFrameworkCore;
using Relations.Benchmarks.Models;

namespace Relations.Benchmarks.Contenders;

/// <summary>The same classes and tables, as Entity Framework Core maps them: many-to-many with a link entity.</summary>
public sealed class ClinicContext(DbContextOptions<ClinicContext> options) : DbContext(options)
{
    public DbSet<Doctor> Doctors => Set<Doctor>();

    public DbSet<Patient> Patients => Set<Patient>();

    public DbSet<Appointment> Appointments => Set<Appointment>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Doctor>().ToTable("Doctor");
        modelBuilder.Entity<Patient>().ToTable("Patient").HasKey(static patient => patient.Pid);
        modelBuilder.Entity<Appointment>().ToTable("Appointment").HasKey(static appointment => appointment.Id);
        modelBuilder.Entity<Doctor>().HasMany(static doctor => doctor.Patients).WithMany(static patient => patient.Doctors).UsingEntity<Appointment>(
            static link => link.HasOne(static appointment => appointment.Patient).WithMany().HasForeignKey(static appointment => appointment.PatientId),
            static link => link.HasOne<Doctor>().WithMany().HasForeignKey(static appointment => appointment.DoctorId),
            static link => link.HasKey(static appointment => appointment.Id));
        if (Database.IsNpgsql())
        {
            modelBuilder.Entity<Appointment>().Property(static appointment => appointment.At).HasColumnType("timestamp");
        }
    }
}
