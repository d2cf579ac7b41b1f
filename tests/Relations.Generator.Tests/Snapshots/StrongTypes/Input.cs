using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using Relations;

namespace StrongTypes
{
    namespace Keys
    {
        public readonly record struct WardId(Guid Value);
    }

    public readonly record struct NurseId(int Value);

    public readonly record struct BadgeCode(string Text)
    {
        public int Length => Text.Length;
    }

    public enum Rank : byte
    {
        Junior,
        Senior,
    }

    public readonly record struct Grade(Rank Rank);

    [Entity]
    public partial class Nurse
    {
        public NurseId Id { get; init; }

        [Unique]
        public BadgeCode Badge { get; set; }

        public Grade? Grade { get; set; }

        public BadgeCode? OldBadge { get; set; }

        public NurseId? HeadId { get; set; }

        [BelongsTo(KeyFrom = nameof(HeadId))]
        public partial Nurse? Head { get; }

        [HasMany(through: typeof(Shift))]
        public partial IReadOnlyList<Ward> Wards { get; }

        [HasMany(KeyFrom = nameof(Badge), KeyTo = nameof(Entrance.BadgeCode))]
        public partial IReadOnlyList<Entrance> Entrances { get; }
    }

    [Entity]
    public partial class Ward
    {
        public Keys.WardId Id { get; init; }
    }

    [Entity]
    public partial class Shift
    {
        public NurseId NurseId { get; set; }

        public Keys.WardId WardId { get; set; }

        public Grade Grade { get; set; }
    }

    [Entity]
    public partial class Entrance
    {
        public int Id { get; init; }

        public BadgeCode? BadgeCode { get; set; }
    }

    // Required, and given to a constructor.
    [Entity]
    public class Keyring
    {
        [Key]
        public required BadgeCode Badge { get; init; }

        public required NurseId? HolderId { get; set; }
    }

    [Entity]
    public record Locker([property: Key] NurseId NurseId, Keys.WardId? WardId, Grade Grade = default);
}
