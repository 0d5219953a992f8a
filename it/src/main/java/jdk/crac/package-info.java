/** Stands for the API of that name (CRaC): as much of it as a test needs. */
package jdk.crac;
