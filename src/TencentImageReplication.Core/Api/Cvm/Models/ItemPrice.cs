namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>
/// The price of one item. Money is in the currency of the account's site; a discount of 20.0 means 20 % of the list
/// price.
/// </summary>
public sealed record ItemPrice
{
    /// <summary>List price per unit when paid by use, for the first 96 hours where later steps are given.</summary>
    public double? UnitPrice { get; init; }

    /// <summary>The unit when paid by use: <c>HOUR</c> or <c>GB</c>.</summary>
    public string? ChargeUnit { get; init; }

    /// <summary>List price when prepaid.</summary>
    public double? OriginalPrice { get; init; }

    /// <summary>Price when prepaid, after discount.</summary>
    public double? DiscountPrice { get; init; }

    /// <summary>The discount, in percent of the list price that remains.</summary>
    public double? Discount { get; init; }

    /// <summary>
    /// Price per unit when paid by use, after discount, for the first 96 hours where later steps are given.
    /// </summary>
    public double? UnitPriceDiscount { get; init; }

    /// <summary>List price per unit from hour 96 to 360.</summary>
    public double? UnitPriceSecondStep { get; init; }

    /// <summary>Price per unit after discount, from hour 96 to 360.</summary>
    public double? UnitPriceDiscountSecondStep { get; init; }

    /// <summary>List price per unit from hour 360 on.</summary>
    public double? UnitPriceThirdStep { get; init; }

    /// <summary>Price per unit after discount, from hour 360 on.</summary>
    public double? UnitPriceDiscountThirdStep { get; init; }

    /// <summary>List price when prepaid for three years.</summary>
    public double? OriginalPriceThreeYear { get; init; }

    /// <summary>Price when prepaid for three years, after discount.</summary>
    public double? DiscountPriceThreeYear { get; init; }

    /// <summary>The discount for three years, in percent of the list price that remains.</summary>
    public double? DiscountThreeYear { get; init; }

    /// <summary>List price when prepaid for five years.</summary>
    public double? OriginalPriceFiveYear { get; init; }

    /// <summary>Price when prepaid for five years, after discount.</summary>
    public double? DiscountPriceFiveYear { get; init; }

    /// <summary>The discount for five years, in percent of the list price that remains.</summary>
    public double? DiscountFiveYear { get; init; }

    /// <summary>List price when prepaid for one year.</summary>
    public double? OriginalPriceOneYear { get; init; }

    /// <summary>Price when prepaid for one year, after discount.</summary>
    public double? DiscountPriceOneYear { get; init; }

    /// <summary>The discount for one year, in percent of the list price that remains.</summary>
    public double? DiscountOneYear { get; init; }
}
