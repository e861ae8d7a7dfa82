package io.flowmaster.documents.internal;

import java.io.Serializable;

/**
 * What reading one file may take, each for itself; they travel to the process that reads.
 *
 * @param characters of text in all
 * @param depth of files within files
 * @param embedded how many files within a file are looked at
 * @param embeddedBytes how large a file within a file may be
 * @param pixels of a picture
 * @param recognitionSeconds for recognising the text of one picture
 */
record ReadLimits(
    int characters, int depth, int embedded, int embeddedBytes, long pixels, int recognitionSeconds)
    implements Serializable {}
