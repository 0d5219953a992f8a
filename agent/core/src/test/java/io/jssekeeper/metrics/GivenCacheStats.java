package io.jssekeeper.metrics;

/** A cache with these figures. */
public record GivenCacheStats(
    String side, String context, double size, double capacity, double bytes)
    implements CacheStats {}
