namespace Relations.Generator.Model;

/// <summary>Who can name an emitted type or member: no more than can name the entity.</summary>
internal enum Visibility
{
    Internal,
    Public,
}
