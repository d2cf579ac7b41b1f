// A foreign key refers to two models.
namespace Diagnostics.REL0119;

[Entity]
[Table("Blog0119")]
public partial class Blog
{
    public int Id { get; init; }

    [HasMany(KeyTo = nameof(Remark.OwnerId))]
    public partial IReadOnlyList<Remark> Remarks { get; }
}

[Entity]
[Table("Video0119")]
public partial class Video
{
    public int Id { get; init; }

    [HasMany(KeyTo = nameof(Remark.OwnerId))]
    public partial IReadOnlyList<Remark> Remarks { get; }
}

[Entity]
[Table("Remark0119")]
public partial class Remark
{
    public int Id { get; init; }
    public int OwnerId { get; set; }
    public string? Text { get; set; }
}
