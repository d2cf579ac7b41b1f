// They stop and kill servers, or load them as far as they can.
[assembly: NonParallelizable]
