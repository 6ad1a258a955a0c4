using TencentImageReplication.HelpBuilder;

if (args is not [var source, var target])
{
    Console.Error.WriteLine("Usage: HelpBuilder <folder with the pages of a culture> <folder of that culture in the module>");
    return 2;
}

try
{
    HelpFolder.Build(source, target);
    return 0;
}
catch (HelpSourceException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
