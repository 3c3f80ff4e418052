// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdio>

// Reads and writes whole files. Both may wait for a disk, so a window must call them in another
// thread.
namespace Sluice {

// The largest file or stream that is read, in bytes.
inline constexpr qint64 largestFile = qint64(100) * 1024 * 1024;

// What a file holds, or why it cannot be read.
struct FileContent {
    QByteArray bytes;
    QString
        problem; // in words, without the file's name and without a full stop; empty: it was read
};

// Reads a plain file. Refuses, without reading, a file larger than the limit and everything that
// may never end: folders, pipes (FIFOs), sockets and devices. Follows symbolic links.
FileContent readWhole(const QString &path, qint64 most = largestFile);

// Reads an open stream (a pipe, a terminal) to its end, and gives up beyond the limit.
FileContent readWhole(std::FILE *stream, qint64 most = largestFile);

// True when something stands at this path: a symbolic link counts, even one that leads nowhere.
bool isTaken(const QString &path);

// True when it is a symbolic link, wherever it leads.
bool isLink(const QString &path);

// Writes a plain file whole or not at all: the old file stays until the new text is safe on the
// disk. Replaces a symbolic link, never writes through it. Refuses folders, pipes and devices.
// Keeps the permissions of a replaced file. Returns nothing, or the problem as a sentence that
// names the file.
QString writeWhole(const QString &path, const QByteArray &bytes);

} // namespace Sluice
