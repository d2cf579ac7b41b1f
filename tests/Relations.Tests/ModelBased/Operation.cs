namespace Relations.Tests.ModelBased;

/// <summary>What a step does: first what a table's repository can, then what those of relations can.</summary>
internal enum Operation
{
    Create,
    CreateAll,
    Find,
    Patch,
    Delete,
    FindById,
    Save,
    Update,
    ReplaceById,
    PatchById,
    DeleteById,
    FindRelated,
    FindRelatedById,
    CreateRelated,
    CreateAllRelated,
    PatchRelated,
    DeleteRelated,
    FindLinks,
    Link,
    LinkAll,
    Unlink,
    UnlinkAll,
    Set,
    PatchLinks,
}
