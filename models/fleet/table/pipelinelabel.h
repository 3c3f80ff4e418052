// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace Sluice {

// What the user keeps about a pipeline. It stays on this computer; the server knows nothing of it.
struct PipelineLabel {
    bool isPinned = false;
    QStringList tags; // sorted; no two differ by case alone
    QString note;

    static constexpr qsizetype longestTag = 40; // characters
    static constexpr qsizetype mostTags = 20;
    static constexpr qsizetype longestNote = 2'000;

    bool isEmpty() const { return !isPinned && tags.isEmpty() && note.isEmpty(); }

    bool hasTag(const QString &tag) const { return tags.contains(tag, Qt::CaseInsensitive); }

    // Nothing happens when it has the tag already, or has mostTags.
    void addTag(const QString &tag);
    void removeTag(const QString &tag);

    // True when this word occurs in a tag or in the note, in any case.
    bool mentions(const QString &word) const
    {
        return note.contains(word, Qt::CaseInsensitive) ||
               tags.join(u'\n').contains(word, Qt::CaseInsensitive);
    }

    // The lines of a tool tip.
    QStringList lines() const;

    bool operator==(const PipelineLabel &) const = default;
};

} // namespace Sluice
