using System.Text.RegularExpressions;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Conventions;

/// <summary>The Chinese pages and messages use one term for one thing, and the punctuation of Chinese.</summary>
public sealed partial class ChineseWordsTests
{
    // A pattern of banned terms, and the term to use.
    private static readonly (Regex Found, string Wanted)[] Terms =
    [
        (new("(?<!重新)启动(的|一个|多个|相同的)?实例"), "创建实例"),
        (new("弃用"), "废弃"),
        (new("借用|借出"), "扮演角色、临时密钥"),
        (new("该行|这些行|失败的行|先前运行的行|每个目标地域一行"), "记录"),
        (new("谁拥有|拥有(该|它|此)?镜像"), "共享给的账号"),
        (new("制作(?!镜像”)|生成(的)?(加密|自定义)?(镜像|副本)"), "创建"),
        (new("金融地域|金融区"), "金融专区"),
        (new("服务端|由服务|(?<!元数据|凭证)服务(的|会|不|接受|返回|拒绝|将)"), "腾讯云"),
        (new("境外|内地边界"), "其他国家和地区"),
        (new("更改"), "修改"),
        (new("应答|在途中|途中丢失"), "响应"),
        (new("令牌"), "ClientToken"),
        (new("(?<!安全)凭证(?!文件)"), "密钥"),
        (new("接入地址"), "接入点"),
        (new("密钥管理服务"), "密钥管理系统（KMS）"),
        (new("运行手册|区域性|支持人员"), "Runbook、UI 语言、技术支持"),
        (new("计费方式|关闭实例|登录设置|登录方式"), "计费类型、关机、保留镜像设置"),
        (new("带入|带上"), "沿用"),
        (new("复制(本身)?免费"), "腾讯云的说明"),
        (new("您"), "no pronoun"),
        (new(@"\p{IsCJKUnifiedIdeographs}[,:;!?]|[,:;] ?\p{IsCJKUnifiedIdeographs}|(?<!\\)""|。\."), "、，：；“”"),
    ];

    public static TheoryData<string> Files => [.. Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "docs", "zh-CN"), "*.md")
        .Append(Path.Combine(Repository.Root, "README.zh-CN.md"))
        .Concat(new[] { "TencentImageReplication", "TencentImageReplication.Core" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", project), "*.cs", SearchOption.AllDirectories)))
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_thing_has_one_term(string file)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, file));

        Assert.Empty(FindProblems(text, isCode: file.EndsWith(".cs", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("从镜像启动实例。")]
    [InlineData("将其标记为已弃用。")]
    [InlineData("请将该行再次通过管道传给 Wait-TccImage。")]
    [InlineData("未制作镜像。")]
    [InlineData("在该地域生成加密副本。")]
    [InlineData("金融地域相互隔离。")]
    [InlineData("由服务决定。")]
    [InlineData("服务端未返回原因。")]
    [InlineData("请求的应答在途中丢失。")]
    [InlineData("客户端令牌")]
    [InlineData("未找到凭证。")]
    [InlineData("复制免费。")]
    [InlineData("您的镜像")]
    [InlineData("镜像, 实例")]
    [InlineData("名称以 \"web-\" 开头")]
    public void Another_term_is_found(string text) => Assert.NotEmpty(FindProblems(text, isCode: false));

    [Theory]
    [InlineData("由镜像创建实例（即控制台的“制作镜像”）。")]
    [InlineData("元数据服务的地址")]
    [InlineData("安全凭证服务（STS）和凭证文件")]
    [InlineData("```powershell\n'启动实例' # 您\n```")]
    public void The_terms_pass(string text) => Assert.Empty(FindProblems(text, isCode: false));

    private static IEnumerable<string> FindProblems(string text, bool isCode)
    {
        var lines = isCode
            ? Literals().Matches(text).Select(match => match.Groups[1].Value)
            : Code().Replace(text, "").Split('\n');
        return
            from line in lines
            where Chinese().IsMatch(line)
            from term in Terms
            where term.Found.IsMatch(line)
            select $"{term.Found.Match(line).Value} ({term.Wanted}): {line}";
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    // Up to the first quote: a text with a text in a hole is read in parts.
    [GeneratedRegex("\"((?:[^\"\\\\\n]|\\\\.)*)\"")]
    private static partial Regex Literals();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();
}
