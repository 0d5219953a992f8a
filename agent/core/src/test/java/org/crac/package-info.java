/** A stand-in for the API of checkpoints (org.crac). */
package org.crac;
