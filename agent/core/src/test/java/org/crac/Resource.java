package org.crac;

/** What is told of checkpoints. */
public interface Resource {}
