using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>The launch templates.</summary>
public sealed class LaunchTemplateStore
{
    private readonly List<SimulatedLaunchTemplate> _templates = [];

    /// <summary>All launch templates of all accounts.</summary>
    public IReadOnlyList<SimulatedLaunchTemplate> All => _templates;

    /// <summary>The client tokens of the requests that created templates and versions.</summary>
    internal ClientTokenStore Tokens { get; } = new();

    /// <summary>Returns the launch templates of an account in a region.</summary>
    public IEnumerable<SimulatedLaunchTemplate> Owned(string region, string accountId) =>
        _templates.Where(template => template.AccountId == accountId && template.Region == region);

    /// <summary>Finds a launch template of an account in a region; null when there is none.</summary>
    public SimulatedLaunchTemplate? Find(string id, string region, string accountId) =>
        Owned(region, accountId).FirstOrDefault(template => template.LaunchTemplateId == id);

    /// <summary>Adds a launch template, or replaces the one with the same ID.</summary>
    public void Put(SimulatedLaunchTemplate template)
    {
        var index = _templates.FindIndex(known => known.LaunchTemplateId == template.LaunchTemplateId);
        if (index < 0)
            _templates.Add(template);
        else
            _templates[index] = template;
    }
}
