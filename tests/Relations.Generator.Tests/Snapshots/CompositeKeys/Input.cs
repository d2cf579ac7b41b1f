using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Relations;

namespace CompositeKeys
{
    public readonly record struct CarrierId(Guid Value);

    [Entity]
    public partial class Order
    {
        [Key, Column(Order = 2)]
        public string Code { get; init; } = "";

        [Key, Column(Order = 1)]
        public int Number { get; init; }

        [HasMany]
        public partial IReadOnlyList<Line> Lines { get; }

        [HasOne]
        public partial Receipt? Receipt { get; }

        [HasMany(through: typeof(Delivery))]
        public partial IReadOnlyList<Carrier> Carriers { get; }

        [HasMany(through: typeof(Delivery))]
        public partial IReadOnlyList<Link<Carrier, Delivery>> Deliveries { get; }
    }

    [Entity]
    public partial class Line
    {
        public int Id { get; init; }

        public int? OrderNumber { get; set; }

        public string? OrderCode { get; set; }

        [BelongsTo]
        public partial Order? Order { get; }
    }

    [Entity]
    public partial class Receipt
    {
        public int Id { get; init; }

        public int Year { get; set; }

        public string Mark { get; set; } = "";

        [BelongsTo(KeyFrom = "Year, Mark")]
        public partial Order? Order { get; }
    }

    [Entity]
    public partial class Carrier
    {
        [Key]
        public CarrierId Id { get; init; }

        [Key]
        public DayOfWeek Day { get; init; }

        [HasMany(through: typeof(Delivery))]
        public partial IReadOnlyList<Order> Orders { get; }
    }

    [Entity]
    public partial class Delivery
    {
        public int Number { get; set; }

        public string Code { get; set; } = "";

        public CarrierId CarrierId { get; set; }

        public DayOfWeek Day { get; set; }

        public string? Note { get; set; }
    }
}
