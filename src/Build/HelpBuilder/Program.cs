using TencentImageReplication.HelpBuilder;

if (args is not [var source, var target, .. { Length: <= 1 } address])
{
    Console.Error.WriteLine(
        "Usage: HelpBuilder <folder with the pages of a culture> <folder of that culture in the module> [<address of the repository>]");
    return 2;
}

try
{
    HelpFolder.Build(source, target, address is [var given] ? given : "");
    return 0;
}
catch (HelpSourceException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
