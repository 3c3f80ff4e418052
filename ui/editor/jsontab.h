// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/pipeline/jsontext.h"

#include <QJsonObject>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace Sluice {

class FindBar;
class JsonTextEdit;
class PipelineDocument;
class TextLabel;

// The document as JSON text that can be edited. What is typed is taken at every pause; text with a
// fault stays as it is, is marked, and leaves the document at its last good state.
class JsonTab final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int pause = 400; // ms without typing

    explicit JsonTab(PipelineDocument *document, QWidget *parent = nullptr);

    // Takes what is typed now. False when it has a fault.
    bool flush();

    // The text has a fault, so that the document is behind it.
    bool hasFault() const { return m_fault.has_value(); }

    // What is typed and no definition, to be kept; empty when the document has it.
    QString faultyText() const;
    void setFaultyText(const QString &text);
    // Gives up text with a fault and shows the document again.
    void discardFault();
    // Undoes in the text while it is ahead of the document, else tells that it did not.
    bool undoTyping();

Q_SIGNALS:
    void faultChanged();

private:
    void buildBar(class QVBoxLayout *layout);
    void follow();
    void setFault(const std::optional<JsonFault> &fault);
    void format();

    PipelineDocument *m_document;
    JsonTextEdit *m_text;
    FindBar *m_find;
    TextLabel *m_state;
    QTimer m_pause;
    QJsonObject m_shown; // what the text was last known to mean
    std::optional<JsonFault> m_fault;
    bool m_isFollowing = false;
};

} // namespace Sluice
