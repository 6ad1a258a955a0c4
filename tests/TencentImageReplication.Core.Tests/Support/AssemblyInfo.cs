// Virtual time stands still until the thread pool has nothing queued, so tests of it cannot share the pool with others.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
