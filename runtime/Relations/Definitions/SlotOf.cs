namespace Relations.Definitions;

/// <summary>The slot of a source that holds an included relation.</summary>
/// <typeparam name="TSource">The entity that has the relation.</typeparam>
/// <typeparam name="TValue">What an inclusion delivers: a list, or one target.</typeparam>
public delegate ref RelationSlot<TValue> SlotOf<TSource, TValue>(TSource source) where TSource : class where TValue : class;
