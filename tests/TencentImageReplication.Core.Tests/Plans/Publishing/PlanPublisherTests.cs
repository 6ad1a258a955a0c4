using System.Globalization;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Core.Plans.Running;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Testing;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using static TencentImageReplication.Core.Tests.Plans.PlanWorld;

namespace TencentImageReplication.Core.Tests.Plans.Publishing;

/// <summary>A plan that publishes the newest version of a family in launch templates and scaling groups.</summary>
public sealed class PlanPublisherTests : IDisposable
{
    private const string Shanghai = "ap-shanghai";
    private const string Beijing = "ap-beijing";
    private const string Verified = "ImageReplicationVerified";

    private static readonly TargetSelector Template = new(PublicationKind.LaunchTemplate, "web", IsId: false);
    private static readonly TargetSelector Group = new(PublicationKind.AutoScalingGroup, "web", IsId: false);
    private static readonly BootTestSettings Script = new() { InstanceType = "S5.MEDIUM4", Script = "check", ExpectedOutput = "ready" };

    private readonly PlanWorld _world = new();

    private readonly SimulatedImage _old;
    private readonly SimulatedImage _new;

    public PlanPublisherTests()
    {
        _old = _world.AddVersion("golden-web-2026-10", 40);
        _new = _world.AddVersion("golden-web-2026-11", 1);
        foreach (var region in new[] { Shanghai, Beijing })
        {
            var image = _world.AddCopy(_old, region, 39);
            var template = _world.Cloud.AddTemplate("web", region, 1, image.ImageId);
            // An earlier run has made this version: otherwise it would be a use of its image.
            _world.Cloud.AddLaunchTemplate(template with { Versions = [template.Versions[0] with { Description = $"ImageReplication {image.ImageId} from 0" }] });
        }
    }

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Copies_are_published_once_all_regions_have_them_and_a_second_run_does_nothing()
    {
        AddGroups();
        var plan = Plan(FamilyWith(new PlanPublication { Targets = [Template, Group], Refresh = new RefreshOptions { BatchCount = 2 } }));

        var rows = await PublishAsync(plan);
        var first = TextsOf(_world.Publications);
        _world.Publications.Clear();
        var again = await PublishAsync(plan);

        Assert.All(rows, row => Assert.Equal((PlanState.Missing, PlanStatus.Completed), (row.State, row.Status)));
        Assert.Equal(
            [
                "ap-shanghai LaunchTemplate web Published", "ap-shanghai AutoScalingGroup web Published",
                "ap-beijing LaunchTemplate web Published", "ap-beijing AutoScalingGroup web Published",
            ],
            first);
        Assert.Equal(4, _world.Publishings.Count);
        Assert.All([Shanghai, Beijing], region => Assert.Equal([CopyIn(region), CopyIn(region), CopyIn(region)], ImagesIn(region)));
        Assert.All(Texts(again), row => Assert.EndsWith("InSync None Unchanged", row, StringComparison.Ordinal));
        Assert.Empty(_world.Publications);
    }

    [Fact]
    public async Task A_target_that_starts_from_another_image_is_outdated_and_only_published_if_asked_for()
    {
        var plan = Plan(FamilyWith(new PlanPublication { Targets = [Template] }));
        await _world.SyncAsync(plan);

        var compared = await CompareAsync(plan);
        var synced = Newest(await _world.SyncAsync(plan));
        var published = await PublishAsync(plan);

        Assert.All(compared, row => Assert.Equal((PlanState.Outdated, PlanActions.Publish, true), (row.State, row.Action, row.IsReady)));
        Assert.All(compared, row => Assert.StartsWith("launch template 'web' starts from img-", row.Reason, StringComparison.Ordinal));
        Assert.All(synced, row => Assert.Equal(PlanStatus.Skipped, row.Status));
        Assert.Equal(2, published.Count);
        Assert.All(published, row => Assert.Equal((PlanState.Outdated, PlanStatus.Completed, null), (row.State, row.Status, row.Reason)));
        Assert.All(await CompareAsync(plan), row => Assert.Equal(PlanState.InSync, row.State));
    }

    [Fact]
    public async Task Instances_that_are_not_reinstalled_yet_are_outdated()
    {
        AddGroups();
        await _world.PublishAsync(Plan(FamilyWith(new PlanPublication { Targets = [Group] })));

        var compared = await CompareAsync(Plan(FamilyWith(new PlanPublication { Targets = [Group], Refresh = new RefreshOptions() })));

        Assert.All(compared, row => Assert.Equal((PlanState.Outdated, "scaling group 'web': instances not reinstalled"), (row.State, row.Reason)));
    }

    [Fact]
    public async Task Nothing_is_published_while_a_region_is_not_in_sync()
    {
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "InvalidImageId.IncorrectState" }) { Action = "SyncImages", Times = 1000 });
        _world.AddCopy(_new, Shanghai, 0);

        var rows = await PublishAsync(Plan(FamilyWith(new PlanPublication { Targets = [Template] })));

        Assert.Equal(
            ["golden-web-2026-11 self ap-beijing Missing Copy Failed", "golden-web-2026-11 self ap-shanghai Outdated Publish Skipped"],
            Texts(rows).Order(StringComparer.Ordinal));
        Assert.Equal("not in sync: ap-beijing", rows.Single(row => row.Region == Shanghai).Reason);
        Assert.Equal(["ap-shanghai LaunchTemplate web NotStarted", "ap-beijing LaunchTemplate web NotStarted"], TextsOf(_world.Publications));
        Assert.All(_world.Publications, row => Assert.Equal("not in sync: ap-beijing", row.Reason));
        Assert.Equal(0, Acted("CreateLaunchTemplateVersion"));
    }

    [Fact]
    public async Task A_target_that_is_missing_in_one_account_refuses_the_whole_family()
    {
        var family = FamilyWith(new PlanPublication { Targets = [Template] });
        family = family with { Targets = [.. family.Targets, new PlanTarget(Prod, [Source]) { Publish = family.Targets[0].Publish }] };

        var rows = await PublishAsync(Plan(family));
        var compared = await CompareAsync(Plan(family));

        Assert.All(rows, row => Assert.Equal(PlanStatus.Completed, row.Status));
        Assert.Equal(
            ["ap-shanghai LaunchTemplate web NotStarted", "ap-beijing LaunchTemplate web NotStarted", "ap-guangzhou LaunchTemplate web Failed"],
            TextsOf(_world.Publications));
        Assert.Equal(0, Acted("CreateLaunchTemplateVersion"));
        var missing = compared.Single(row => row.Account == Prod);
        Assert.Equal((PlanState.Outdated, PlanActions.None), (missing.State, missing.Action));
        Assert.Equal("TargetNotFound", Assert.IsType<RuleViolationException>(missing.Error).Violation.Id);
    }

    [Fact]
    public async Task Another_account_publishes_its_own_copies_in_its_own_targets()
    {
        var family = FamilyWith(new PlanPublication { Targets = [Template] });
        family = family with { Targets = [new PlanTarget(Prod, [Source]) { Publish = family.Targets[0].Publish }] };
        var old = _world.AddCopy(_old, Source, 39, SimulatedWorld.Partner);
        _world.Cloud.AddLaunchTemplate(_world.Cloud.LaunchTemplates()[0] with
        {
            LaunchTemplateId = "lt-partner1",
            AccountId = SimulatedWorld.Partner.AccountId,
            Region = Source,
            Versions = [_world.Cloud.LaunchTemplates()[0].Versions[0] with { Parameters = $$$"""{"Placement":{"Zone":"ap-guangzhou-3"},"ImageId":"{{{old.ImageId}}}"}""" }],
        });

        await _world.PublishAsync(Plan(family));

        var publication = Assert.Single(_world.Publications);
        Assert.Equal((SimulatedWorld.Partner.AccountId, PublicationStatus.Published), (publication.AccountId, publication.Status));
        Assert.Equal(SimulatedWorld.Partner.AccountId, _world.Cloud.FindImage(publication.ImageId)!.AccountId);
    }

    [Fact]
    public async Task A_batch_that_fails_stops_later_regions()
    {
        AddGroups();
        var group = _world.Cloud.ScalingGroups().Single(group => group.Region == Shanghai);
        _world.Options.RefreshesOf[group.AutoScalingGroupId] = new RefreshLifeCycle { FailingBatches = [2], Failures = 1 };

        await _world.PublishAsync(Plan(FamilyWith(new PlanPublication { Targets = [Group], Refresh = new RefreshOptions { BatchCount = 2 } })));

        Assert.Equal(["ap-shanghai AutoScalingGroup web Paused", "ap-beijing AutoScalingGroup web NotStarted"], TextsOf(_world.Publications));
    }

    [Fact]
    public async Task The_image_that_is_replaced_is_kept_until_the_next_run()
    {
        var plan = Plan(FamilyWith(new PlanPublication { Targets = [Template] }) with { Retention = new PlanRetention(1, TimeSpan.Zero) });

        var rows = await _world.PublishAsync(plan, options => options with { Prune = true });
        var next = await _world.PublishAsync(plan, options => options with { Prune = true });

        Assert.Equal([PlanStatus.Unchanged, PlanStatus.Unchanged], rows.Where(row => row.State == PlanState.Held).Select(row => row.Status));
        Assert.Equal([PlanStatus.Removed, PlanStatus.Removed], next.Where(row => row.State == PlanState.Surplus).Select(row => row.Status));
    }

    [Fact]
    public async Task Without_confirmation_nothing_is_published_and_the_row_says_so()
    {
        var plan = Plan(FamilyWith(new PlanPublication { Targets = [Template] }));
        await _world.SyncAsync(plan);

        var rows = Newest(await _world.SyncAsync(plan, options => options with { Publishing = Declining }));
        var shown = Newest(await _world.SyncAsync(plan, options => options with { WhatIf = true, Publishing = Declining }));

        Assert.All(rows, row => Assert.Equal((PlanState.Outdated, PlanStatus.Skipped), (row.State, row.Status)));
        Assert.All(shown, row => Assert.Equal((PlanState.Outdated, PlanStatus.Planned), (row.State, row.Status)));
        Assert.Equal(["Skipped", "Skipped", "Planned", "Planned"], _world.Publications.Select(row => row.Status.ToString()));
        Assert.Equal(0, Acted("CreateLaunchTemplateVersion"));
    }

    [Fact]
    public async Task A_run_that_only_shows_what_it_would_do_plans_the_targets_of_copies_that_are_missing()
    {
        await _world.SyncAsync(
            Plan(FamilyWith(new PlanPublication { Targets = [Template] })),
            options => options with { WhatIf = true, ConfirmAsync = _ => Task.FromResult(false), Publishing = _world.Publishing });

        Assert.Equal(["ap-shanghai LaunchTemplate web Planned", "ap-beijing LaunchTemplate web Planned"], TextsOf(_world.Publications));
        Assert.Empty(_world.Publishings);
    }

    [Fact]
    public async Task Images_are_tested_marked_and_published_if_they_pass()
    {
        Answer("ready\n");
        var plan = Plan(FamilyWith(new PlanPublication { Targets = [Template] }, new PlanVerification(Script, null)));

        await _world.PublishAsync(plan);

        Assert.Equal([BootTestStatus.Passed, BootTestStatus.Passed], _world.Tests.Select(test => test.Status));
        Assert.All([Shanghai, Beijing], region => Assert.Contains(_world.Cloud.FindImage(CopyIn(region))!.Tags, tag => tag.Key == Verified));
        Assert.All(_world.Publications, row => Assert.Equal(PublicationStatus.Published, row.Status));
        Assert.Equal(2, Acted("TerminateInstances"));
    }

    [Fact]
    public async Task If_one_image_does_not_pass_nothing_is_published_and_only_that_one_is_tested_again()
    {
        Answer("ready\n");
        var plan = Plan(FamilyWith(new PlanPublication { Targets = [Template] }, new PlanVerification(Script, null)));
        await _world.SyncAsync(plan);
        Answer("broken\n", CopyIn(Beijing));

        var rows = await PublishAsync(plan);
        var compared = await CompareAsync(plan);
        Answer("ready\n", CopyIn(Beijing));
        await _world.PublishAsync(plan);

        Assert.Equal(["ap-shanghai LaunchTemplate web NotStarted", "ap-beijing LaunchTemplate web Failed"], TextsOf(_world.Publications.Take(2)));
        Assert.Equal("TestNotPassed", Assert.IsType<RuleViolationException>(_world.Publications.ElementAt(1).Error).Violation.Id);
        Assert.Equal(
            ["golden-web-2026-11 self ap-beijing Outdated Verify, Publish Failed", "golden-web-2026-11 self ap-shanghai Outdated Verify, Publish Skipped"],
            Texts(rows).Order(StringComparer.Ordinal));
        Assert.Equal([PlanActions.Publish, PlanActions.Verify | PlanActions.Publish], compared.Select(row => row.Action));
        Assert.Equal(["Passed ap-beijing", "Failed ap-beijing"], _world.Tests.Where(test => test.Request.Region == Beijing).Select(test => $"{test.Status} {test.Request.Region}").Reverse());
        Assert.Single(_world.Tests, test => test.Request.Region == Shanghai);
        Assert.All(_world.Publications.Skip(2), row => Assert.Equal(PublicationStatus.Published, row.Status));
    }

    [Fact]
    public async Task A_test_that_is_declined_publishes_nothing()
    {
        var plan = Plan(FamilyWith(new PlanPublication { Targets = [Template] }, new PlanVerification(Script, null)));
        await _world.SyncAsync(plan);

        var rows = Newest(await _world.SyncAsync(plan, options => options with { Publishing = Declining }));

        Assert.All(rows, row => Assert.Equal((PlanStatus.Skipped, "the test in ap-shanghai was declined"), (row.Status, row.Reason)));
        Assert.Equal((0, 0), (Acted("RunInstances"), Acted("CreateLaunchTemplateVersion")));
    }

    [Fact]
    public async Task An_image_that_was_not_tested_is_not_published_when_its_target_changes_during_the_run()
    {
        Answer("ready\n");
        var plan = Plan(FamilyWith(new PlanPublication { Targets = [Template] }, new PlanVerification(Script, null)));
        await _world.SyncAsync(plan);
        var template = _world.Cloud.LaunchTemplates().Single(template => template.Region == Shanghai);
        var version = template.Versions[0];
        // The comparison finds a template that starts from the new image.
        _world.Cloud.AddLaunchTemplate(template with
        {
            Versions = [version with { Parameters = version.Parameters.Replace(version.ImageId, CopyIn(Shanghai), StringComparison.Ordinal) }],
        });

        await _world.SyncAsync(plan, options => options with { Publishing = _world.Publishing with { ConfirmTestAsync = ChangeAsync } });
        var refused = _world.Publications.ToList();
        await _world.PublishAsync(plan);

        Assert.Equal(["ap-shanghai LaunchTemplate web Failed", "ap-beijing LaunchTemplate web NotStarted"], TextsOf(refused));
        Assert.Equal("ImageNotTested", Assert.IsType<RuleViolationException>(refused[0].Error).Violation.Id);
        Assert.Equal([Beijing, Shanghai], _world.Tests.Select(test => test.Request.Region));
        Assert.All(_world.Publications.Skip(2), row => Assert.Equal(PublicationStatus.Published, row.Status));

        Task<bool> ChangeAsync(BootTestPlan test)
        {
            _world.Cloud.AddLaunchTemplate(template);
            return Task.FromResult(true);
        }
    }

    [Fact]
    public async Task Nothing_is_tested_while_a_target_is_not_ready()
    {
        var family = FamilyWith(new PlanPublication { Targets = [Template] }, new PlanVerification(Script, null));
        var other = new TargetSelector(PublicationKind.LaunchTemplate, "no-such-template", IsId: false);
        family = family with
        {
            Targets = [family.Targets[0] with { Regions = [Shanghai] }, family.Targets[0] with { Regions = [Beijing], Publish = new PlanPublication { Targets = [other] } }],
        };

        await _world.PublishAsync(Plan(family));

        Assert.Equal(["ap-shanghai LaunchTemplate web NotStarted", "ap-beijing LaunchTemplate no-such-template Failed"], TextsOf(_world.Publications));
        Assert.Equal((0, 0), (Acted("RunInstances"), _world.Tests.Count));
    }

    [Fact]
    public async Task A_source_that_was_tested_does_not_make_its_copies_tested()
    {
        _world.Cloud.UpdateImage(_new.ImageId, image => image with { Tags = [.. image.Tags, new(Verified, "2026-11-01")] });
        var plan = Plan(FamilyWith(new PlanPublication { Targets = [Template] }, new PlanVerification(Script, null)) with { CarryOver = CarriedAttributes.Tag });

        await _world.SyncAsync(plan);

        Assert.All([Shanghai, Beijing], region => Assert.DoesNotContain(_world.Cloud.FindImage(CopyIn(region))!.Tags, tag => tag.Key == Verified));
        Assert.All(await CompareAsync(plan), row => Assert.Equal((PlanState.Outdated, PlanActions.Verify | PlanActions.Publish), (row.State, row.Action)));
    }

    [Fact]
    public async Task The_journal_has_a_line_for_each_test_and_each_target()
    {
        Answer("ready\n");

        await _world.PublishAsync(Plan(FamilyWith(new PlanPublication { Targets = [Template] }, new PlanVerification(Script, null))));

        var lines = _world.Journal.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Count(line => line.Contains("\"Event\":\"tested\"", StringComparison.Ordinal) && line.Contains("\"Status\":\"Passed\"", StringComparison.Ordinal)));
        Assert.Equal(2, lines.Count(line => line.Contains("\"Event\":\"published\"", StringComparison.Ordinal) && line.Contains("\"PreviousImageId\":\"img-", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.Contains("check", StringComparison.Ordinal));
    }

    [Fact]
    public async Task If_the_targets_cannot_be_read_the_state_is_unknown()
    {
        var plan = Plan(FamilyWith(new PlanPublication { Targets = [Template] }));
        await _world.SyncAsync(plan);
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = "DescribeLaunchTemplates", Times = 1000 });

        var rows = await PublishAsync(plan);

        Assert.All(rows, row => Assert.Equal((PlanState.Unknown, PlanStatus.Unknown), (row.State, row.Status)));
        Assert.All(_world.Publications, row => Assert.Equal(PublicationStatus.NotStarted, row.Status));
    }

    private static PlanFamily FamilyWith(PlanPublication publication, PlanVerification? verification = null) => Family(Shanghai, Beijing) with
    {
        Targets = [new PlanTarget(null, [Shanghai, Beijing]) { Publish = publication, Verify = verification }],
    };

    private PlanPublishingOptions Declining => _world.Publishing with { ConfirmAsync = _ => Task.FromResult(false), ConfirmTestAsync = _ => Task.FromResult(false) };

    private async Task<IReadOnlyList<PlanRow>> PublishAsync(ReplicationPlan plan) => Newest(await _world.PublishAsync(plan));

    private async Task<IReadOnlyList<PlanRow>> CompareAsync(ReplicationPlan plan) => Newest(await _world.CompareAsync(plan));

    private IReadOnlyList<PlanRow> Newest(IEnumerable<PlanRow> rows) => [.. rows.Where(row => row.Version == _new.ImageName)];

    private void AddGroups()
    {
        foreach (var template in _world.Cloud.LaunchTemplates())
        {
            var image = _world.Cloud.Images().Single(image => image.Region == template.Region && image.ImageName == _old.ImageName);
            var configuration = _world.Cloud.AddConfiguration("web", image.ImageId, region: template.Region);
            _world.Cloud.AddScalingGroup(
                new SimulatedScalingGroup
                {
                    AutoScalingGroupName = "web",
                    AccountId = configuration.AccountId,
                    Region = template.Region,
                    LaunchConfigurationId = configuration.LaunchConfigurationId,
                },
                newInstances: 4);
        }

        // Refreshes begin after the launch configurations were created.
        _world.Time.Advance(TimeSpan.FromMinutes(5));
    }

    private string CopyIn(string region) =>
        _world.Cloud.Images().Single(image => image.Region == region && image.ImageName == _new.ImageName && image.AccountId == SimulatedWorld.Owner.AccountId).ImageId;

    // The images of the template, of the launch configuration and of the instances.
    private IReadOnlyList<string> ImagesIn(string region)
    {
        var template = _world.Cloud.LaunchTemplates().Single(template => template.Region == region);
        var version = template.Versions.Single(version => version.Number == template.DefaultVersion);
        return
        [
            System.Text.Json.JsonDocument.Parse(version.Parameters).RootElement.GetProperty("ImageId").GetString()!,
            _world.Cloud.LaunchConfigurations().Single(configuration => configuration.Region == region).ImageId,
            .. _world.Cloud.Instances().Where(instance => instance.Region == region).Select(instance => instance.ImageId).Distinct(),
        ];
    }

    // What the test script prints on instances of an image; on those of all images without one.
    private void Answer(string output, string? imageId = null)
    {
        var course = new InstanceLifeCycle { Commands = [new CommandResult { Output = output }] };
        if (imageId is null)
            _world.Options.Launches = course;
        else
            _world.Options.LaunchesOf[imageId] = course;
    }

    private int Acted(string action) => _world.Cloud.Calls.Count(call => call.Action == action && call.Acted);

    private static IReadOnlyList<string> TextsOf(IEnumerable<Publication> rows) =>
        [.. rows.Select(row => string.Format(CultureInfo.InvariantCulture, "{0} {1} {2} {3}", row.Region, row.Kind, row.TargetName, row.Status))];
}
