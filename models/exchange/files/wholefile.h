// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdio>

// Files that are read and written whole. Both may wait for a disk: a window calls them in a thread
// of its own.
namespace Sluice {

// No file or stream that is read is larger, in bytes.
inline constexpr qint64 largestFile = qint64(100) * 1024 * 1024;

// What a file holds, or why it cannot be read.
struct FileContent {
    QByteArray bytes;
    QString
        problem; // in words, without the file's name and without a full stop; empty: it was read
};

// Reads a plain file. Refuses without reading what is larger than the limit or may never end:
// folders, pipes (FIFOs), sockets and devices. Symbolic links are followed.
FileContent readWhole(const QString &path, qint64 most = largestFile);

// Reads an open stream (a pipe, a terminal) to its end, and gives up beyond the limit.
FileContent readWhole(std::FILE *stream, qint64 most = largestFile);

// True when something stands at this path: a symbolic link counts, even one that leads nowhere.
bool isTaken(const QString &path);

// True when it is a symbolic link, wherever it leads.
bool isLink(const QString &path);

// Writes a plain file whole or not at all: what stood there stays until the new text is safe on the
// disk. A symbolic link is replaced, never written through; folders, pipes and devices are refused.
// Keeps the permissions of a file that is replaced. An empty answer, or the problem as a sentence
// that names the file.
QString writeWhole(const QString &path, const QByteArray &bytes);

} // namespace Sluice
