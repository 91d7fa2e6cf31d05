using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using TermNews.Core.Storage.Database;

namespace TermNews.Core.Tests.Storage;

/// <summary>
/// Dapper's generator passes over a call that it does not understand, and says nothing: the call then makes code at run time, which a
/// program that is compiled ahead of time cannot do. Such a call is left in the assembly as one of <c>Dapper.SqlMapper</c>.
/// </summary>
public sealed class InterceptedCallsTests : IDisposable
{
    private const byte CallInstruction = 0x28;

    private readonly PEReader _file = new(File.OpenRead(typeof(NewsDatabase).Assembly.Location));
    private readonly MetadataReader _core;

    public InterceptedCallsTests() => _core = _file.GetMetadataReader();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void Every_query_is_one_that_was_generated()
    {
        var left = TokensOf("SqlMapper");

        Assert.Empty(_core.MethodDefinitions.Where(method => Calls(method, left)).Select(NameOf));
        Assert.Empty(left);
    }

    [Fact]
    public void The_calls_that_were_generated_are_seen() =>
        Assert.Contains(_core.MethodDefinitions, method => Calls(method, TokensOf("DapperAotExtensions")));

    /// <summary>The tokens that stand for the methods of a type of Dapper's, generic ones among them.</summary>
    private HashSet<int> TokensOf(string type)
    {
        HashSet<EntityHandle> methods = [.. _core.MemberReferences.Where(member => IsOf(_core.GetMemberReference(member), type))
            .Select(member => (EntityHandle)member)];
        var generic = Enumerable.Range(1, _core.GetTableRowCount(TableIndex.MethodSpec)).Select(MetadataTokens.MethodSpecificationHandle)
            .Where(method => methods.Contains(_core.GetMethodSpecification(method).Method));
        return [.. methods.Select(MetadataTokens.GetToken), .. generic.Select(method => MetadataTokens.GetToken(method))];
    }

    private bool IsOf(MemberReference member, string type) =>
        member.Parent.Kind == HandleKind.TypeReference && _core.GetTypeReference((TypeReferenceHandle)member.Parent) is var parent
        && _core.StringComparer.Equals(parent.Name, type) && _core.StringComparer.StartsWith(parent.Namespace, "Dapper");

    private bool Calls(MethodDefinitionHandle method, HashSet<int> tokens)
    {
        var address = _core.GetMethodDefinition(method).RelativeVirtualAddress;
        if (address == 0)
            return false;
        var code = _file.GetMethodBody(address).GetILBytes() ?? [];
        return Enumerable.Range(0, Math.Max(0, code.Length - 4))
            .Any(at => code[at] == CallInstruction && tokens.Contains(BitConverter.ToInt32(code, at + 1)));
    }

    /// <summary>The method in its types: what awaits is a type of its own inside of the one that it was written in.</summary>
    private string NameOf(MethodDefinitionHandle method)
    {
        var definition = _core.GetMethodDefinition(method);
        List<string> names = [_core.GetString(definition.Name)];
        for (var type = definition.GetDeclaringType(); !type.IsNil; type = _core.GetTypeDefinition(type).GetDeclaringType())
            names.Insert(0, _core.GetString(_core.GetTypeDefinition(type).Name));
        return string.Join('.', names);
    }
}
