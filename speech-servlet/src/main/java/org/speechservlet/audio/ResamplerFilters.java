package org.speechservlet.audio;

/**
 * The filter tables of all recognitions of one application: each is computed once for a sample rate
 * and shared. Thread-safe.
 */
public final class ResamplerFilters {}
