namespace Relations.Tests.ModelBased;

/// <summary>What a step does.</summary>
internal enum Operation
{
    Create,
    Find,
    Patch,
    Delete,
    FindRelated,
    CreateRelated,
    PatchRelated,
    DeleteRelated,
    Link,
    LinkAll,
    Unlink,
    UnlinkAll,
    Set,
    PatchLinks,
}
