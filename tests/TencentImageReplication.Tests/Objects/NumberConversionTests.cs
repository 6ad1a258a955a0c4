using TencentImageReplication.Objects;

namespace TencentImageReplication.Tests.Objects;

public sealed class NumberConversionTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData(0L, 0)]
    [InlineData(-5L, -5)]
    [InlineData(2147483647L, 2147483647)]
    [InlineData(2147483648L, null)]
    [InlineData(-2147483649L, null)]
    [InlineData(long.MaxValue, null)]
    public void A_number_that_does_not_fit_is_unknown(long? number, int? expected) => Assert.Equal(expected, NumberConversion.From(number));
}
