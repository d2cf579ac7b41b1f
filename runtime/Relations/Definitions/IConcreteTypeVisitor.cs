namespace Relations.Definitions;

/// <summary>Does something for one of the entities that a polymorphic relation leads to, with its own type at hand.</summary>
/// <typeparam name="TTarget">What all of them are.</typeparam>
/// <typeparam name="TResult">What comes of it.</typeparam>
internal interface IConcreteTypeVisitor<TTarget, TResult> where TTarget : class
{
    TResult Visit<TConcrete>(ConcreteType<TTarget, TConcrete> type) where TConcrete : class, TTarget;
}
