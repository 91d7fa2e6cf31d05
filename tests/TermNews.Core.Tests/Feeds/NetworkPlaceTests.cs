using System.Net;
using TermNews.Core.Feeds.Fetching;

namespace TermNews.Core.Tests.Feeds;

public sealed class NetworkPlaceTests
{
    [Theory]
    [InlineData("64:ff9b::7f00:1", true)]
    [InlineData("64:ff9b::808:808", false)]
    [InlineData("2002:7f00:1::1", true)]
    [InlineData("2002:c0a8:101::", true)]
    [InlineData("2002:808:808::1", false)]
    [InlineData("::ffff:10.0.0.1", true)]
    [InlineData("::", true)]
    [InlineData("::1", true)]
    [InlineData("fe80::1", true)]
    [InlineData("0.1.2.3", true)]
    [InlineData("100.64.0.1", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("8.8.8.8", false)]
    [InlineData("2606:4700::1111", false)]
    public void Addresses_are_private_in_all_their_forms(string address, bool isPrivate) =>
        Assert.Equal(isPrivate, NetworkPlace.IsPrivate(IPAddress.Parse(address)));
}
