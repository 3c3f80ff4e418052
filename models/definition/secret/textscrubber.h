// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QSet>
#include <QString>

namespace Sluice {

// Takes secrets out of text that is to become JSON but is not yet: with other quotes, with escapes,
// without quotes, colons or commas, with comments, not closed. Removes what follows a key that
// names a secret, and each piece that looks like a secret itself. When it cannot find the end of a
// secret, it removes too much rather than too little.
class TextScrubber final
{
public:
    // names: texts that surely are names of secrets, whatever they look like. held: texts that are
    // kept elsewhere. A part of one of them stays, such as "password: x" in a description; but none
    // of them stays after a key that names a secret.
    TextScrubber(const QString &text, const QSet<QString> &names, const QSet<QString> &held = {});

    // The text without secrets.
    QString scrubbed() const;

private:
    struct Range {
        qsizetype begin;
        qsizetype end;
    };

    void read();
    void addPlain(QChar character, qsizetype from, int level);
    QList<Range> quoted(const QSet<QString> &texts) const;
    QSet<QString> inDoubt(const QSet<QString> &held) const;
    bool isHeld(qsizetype begin, qsizetype end) const;
    void blank(qsizetype begin, qsizetype end);

    void blankKeys();
    void blankNamed();
    void blankAfter(qsizetype place, qsizetype word);
    void blankBefore(qsizetype word);
    void blankInside(qsizetype begin);
    void blankValue(qsizetype begin);
    void blankPieces();
    void judgePiece(qsizetype begin, qsizetype end);

    QChar at(qsizetype place) const;
    bool isQuote(qsizetype place) const;
    QStringView lineFrom(qsizetype place) const;
    qsizetype skipBlanks(qsizetype place) const;
    qsizetype lineEnd(qsizetype place) const;
    qsizetype separatorEnd(qsizetype place, qsizetype word) const;
    bool isAtKey(qsizetype word) const;
    bool startsKey(qsizetype place) const;
    bool isHalfKey(qsizetype place) const;
    bool endsValue(qsizetype place) const;
    qsizetype valueBegin(qsizetype place);
    qsizetype quotedEnd(qsizetype place) const;
    qsizetype restOfText(qsizetype lineEnd) const;
    qsizetype bareEnd(qsizetype place) const;

    QString m_text;
    QString m_plain;         // without escapes, one kind of double and of single quotes
    QList<qsizetype> m_from; // where each character of it begins in the text; and the text's end
    QList<int> m_levels;     // of each quote, how many backslashes or entities spell it
    QList<qsizetype> m_lineEnds; // in the plain text, without its end
    QList<Range> m_protected;    // in the plain text
    QList<Range> m_held;         // in the plain text
    QList<Range> m_blanks;       // in the plain text
};

} // namespace Sluice
