// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <vector>

namespace Sluice {

// JSON text made ready for QJsonDocument, which reads all of it exactly then: numbers that it would
// change stand in boxes (see JsonNumber), and the byte order mark that it would drop from the start
// of a text is escaped. Text without any of these, nearly all, costs one look at each byte.
class ExactJson
{
public:
    explicit ExactJson(const QByteArray &json);

    // The text for QJsonDocument.
    const QByteArray &text() const { return m_text; }

    // The place in the text as it was, for one in text().
    qsizetype offsetBefore(qsizetype offset) const;

    // Where the first thing stands that QJsonDocument takes for something else though it is no
    // JSON: the number "1." or ".5", the "\" of "C:\data" in a text; -1: nowhere.
    qsizetype misread() const { return m_misread; }

private:
    // What takes the place of some bytes, none for what is added.
    struct Piece {
        qsizetype offset = 0;
        qsizetype length = 0;
        QByteArray text;
    };

    void scan(const QByteArray &json);
    qsizetype readNumber(const QByteArray &json, qsizetype start);
    qsizetype readText(const QByteArray &json, qsizetype start);
    void checkEscapes(QByteArrayView text, qsizetype offset);
    void addMisread(qsizetype offset);

    QByteArray m_text;
    std::vector<Piece> m_pieces;
    qsizetype m_misread = -1;
};

} // namespace Sluice
