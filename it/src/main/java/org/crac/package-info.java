/** Stands in for the CRaC API of that name: as much of it as a test needs. */
package org.crac;
