/**
 * The agent's options: one row each, read from their sources, printed back.
 *
 * <p>Loaded by the agent's class loader in the host's {@code premain}, where every class and every
 * first use of a JDK feature adds to the host's start-up time: no lambda, stream, regular
 * expression, {@code EnumSet} (it calls {@code values()} reflectively) or logger on that path. JDK
 * exceptions are caught in classes that are loaded anyway, since a handler makes the verifier load
 * the class it names.
 *
 * <p>A new option is a row in {@link io.jssekeeper.config.KnownOptions}; a new type of value is one
 * more {@code OptionType}.
 */
package io.jssekeeper.config;
