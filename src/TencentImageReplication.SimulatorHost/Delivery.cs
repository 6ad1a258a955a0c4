using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.SimulatorHost;

/// <summary>Delivers a response over a real connection, with its faults.</summary>
internal static class Delivery
{
    public static async Task PlayAsync(HttpContext context, SimulatedResponse response, CancellationToken cancellationToken)
    {
        switch (response.Delivery)
        {
            case SimulatedDelivery.ConnectionRefused:
            case SimulatedDelivery.ConnectionReset:
                context.Abort();
                return;
            case SimulatedDelivery.StalledBeforeHeaders:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                return;
        }
        context.Response.StatusCode = response.StatusCode;
        context.Response.ContentType = response.ContentType;
        // Without a length the body is sent in chunks, and a truncated one looks complete.
        if (response.Delivery != SimulatedDelivery.Truncated)
            context.Response.ContentLength = response.Body.Length;
        await context.Response.Body.WriteAsync(response.Body.AsMemory(0, response.DeliveredLength), cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
        if (response.Delivery == SimulatedDelivery.StalledInBody)
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        if (response.Delivery == SimulatedDelivery.Cut)
            context.Abort();
    }
}
