using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.SimulatorHost;

/// <summary>A simulated cloud that listens on a port.</summary>
internal sealed class SimulatorServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SimulatorServer(WebApplication application, SimulatedCloud cloud, Uri endpoint, string? certificateFile)
    {
        CertificateFile = certificateFile;
        _application = application;
        Cloud = cloud;
        Endpoint = endpoint;
    }

    /// <summary>The simulated cloud.</summary>
    public SimulatedCloud Cloud { get; }

    /// <summary>The address for clients on this machine, with the actual port.</summary>
    public Uri Endpoint { get; }

    /// <summary>The PEM file of the certificate that the server created for HTTPS; null without HTTPS.</summary>
    public string? CertificateFile { get; }

    /// <summary>Starts to listen, and then writes the info file.</summary>
    public static async Task<SimulatorServer> StartAsync(HostSettings settings, TimeProvider timeProvider)
    {
        if (settings.InfoFile is not null)
            File.Delete(settings.InfoFile);
        var cloud = settings.CreateCloud(timeProvider);
        // An empty builder reads no environment variables and no files, so that it listens only on the given addresses.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        var certificate = Listening.NeedsCertificate(settings.Urls) ? ServerCertificate.Create() : null;
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => Listening.On(kestrel, settings.Urls, certificate));
        if (settings.Verbose)
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Information);
        var application = builder.Build();
        application.Run(context => HandleAsync(context, cloud, application.Logger, application.Lifetime.ApplicationStopping));
        try
        {
            await application.StartAsync();
            var certificateFile = certificate is null ? null : ServerCertificate.Write(certificate, settings);
            var server = new SimulatorServer(application, cloud, Reachable(application), certificateFile);
            if (settings.InfoFile is not null)
                InfoFile.Write(settings.InfoFile, server);
            return server;
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits for Ctrl+C or the signal to stop.</summary>
    public Task WaitForShutdownAsync() => _application.WaitForShutdownAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task HandleAsync(HttpContext context, SimulatedCloud cloud, ILogger logger, CancellationToken stopping)
    {
        if (context.Request.Path == StateDocument.Path)
        {
            await StateDocument.WriteAsync(context, cloud);
            return;
        }
        if (context.Request.Path.StartsWithSegments(MetadataPages.Root))
        {
            await MetadataPages.WriteAsync(context, cloud);
            return;
        }
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            var request = await ReadAsync(context, either.Token);
            var response = await cloud.HandleAsync(request, either.Token);
            if (logger.IsEnabled(LogLevel.Information))
                Log.Responded(logger, request.Action, request.Region, response.StatusCode, response.Delivery);
            await Delivery.PlayAsync(context, response, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The client has closed the connection or the simulator is stopping: nobody waits for a response.
            context.Abort();
        }
    }

    private static async Task<SimulatedRequest> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellationToken);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = HostHeader.Restored(context.Request.Headers);
        return new SimulatedRequest(context.Request.Method, target, headers, body.ToArray());
    }

    private static Uri Reachable(WebApplication application)
    {
        var addresses = application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        var address = new UriBuilder(addresses.First());
        if (address.Host is "0.0.0.0" or "[::]")
            address.Host = "127.0.0.1";
        return address.Uri;
    }
}
