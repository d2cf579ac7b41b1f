using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations.Schema;
using Relations;

namespace AllColumnTypes;

public enum Tiny : sbyte { A }
public enum Small : short { A }
public enum Normal { A }
public enum Large : ulong { A }

public abstract class Base
{
    public Guid Id { get; protected set; }
    public virtual string Label { get; set; } = "";
    public static int Count { get; set; }
    public int this[int index] => index;
}

[Entity]
public class Everything : Base
{
    private Everything(bool boolean) => Boolean = boolean;

    public override string Label { get; set; } = "x";
    public bool Boolean { get; }
    public sbyte SByte { get; set; }
    public byte Byte { get; set; }
    public short Int16 { get; set; }
    public ushort UInt16 { get; set; }
    public int Int32 { get; set; }
    public uint UInt32 { get; set; }
    public long Int64 { get; set; }
    public ulong UInt64 { get; set; }
    public float Single { get; set; }
    public double Double { get; set; }
    public decimal Decimal { get; set; }
    public char Char { get; set; }
    public string Text { get; init; } = "";
    public DateTime DateTime { get; private set; }
    public DateTimeOffset DateTimeOffset { get; set; }
    public DateOnly DateOnly { get; set; }
    public TimeOnly TimeOnly { get; set; }
    public TimeSpan TimeSpan { get; set; }
    public byte[] Bytes { get; set; } = [];
    public Tiny Tiny { get; set; }
    public Small Small { get; set; }
    public Normal Normal { get; set; }
    public Large Large { get; set; }
    public int? NullableInt32 { get; set; }
    public Guid? NullableGuid { get; set; }
    public Normal? NullableNormal { get; set; }
    public byte[]? NullableBytes { get; set; }
    public string? NullableText { get; set; }
    [NotMapped] public Uri? Address { get; set; }
    public string Computed => Label + Text;
    public DayOfWeek Day { get; set; }
}
