// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/secret/secretguard.h"
#include "models/json/jsontext.h"

#include <QJsonObject>
#include <QTimer>
#include <QWidget>

#include <optional>

class QPushButton;
class QVBoxLayout;

namespace Sluice {

class FindBar;
class JsonTextEdit;
class LinkButton;
class PipelineDocument;
class TextLabel;

// The document as JSON text that can be edited. At every pause in typing the document takes the
// text over. A text with a fault stays as it is and is marked, and the document keeps its last good
// state. The same goes for a text with a name that looks like a secret itself, until the user says
// that it is a name.
class JsonTab final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int pause = 400;     // ms without typing
    static constexpr int keepEvery = 200; // ms, while it is typed

    explicit JsonTab(PipelineDocument *document, QWidget *parent = nullptr);

    // Takes over what is typed now. False when the text has a fault.
    bool flush();

    // The text has a fault, so the document is behind it.
    bool hasFault() const { return m_fault.has_value(); }

    // The text has something that the document does not have yet.
    bool isAhead() const { return hasFault() || m_isTyped; }

    // The text while it is ahead, to be kept; else empty.
    QString aheadText() const;
    // Sets the text as if it was typed.
    void setText(const QString &text);
    // Gives up what is ahead and shows the document again.
    void giveUp();
    // Undoes in the text while that is ahead of the document. Else returns false.
    bool undoTyping();
    bool redoTyping();

Q_SIGNALS:
    // The text is ahead of the document, changed there, or is not ahead any more. While the user
    // types it comes now and then, and not with every key.
    void aheadChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildBar(QVBoxLayout *layout);
    void follow();
    void typed();
    void setFault(const std::optional<JsonFault> &fault, bool isDoubt = false);
    void ask(const SecretVerdict &doubt, const QJsonObject &definition);
    void overrule();
    void format();

    PipelineDocument *m_document;
    JsonTextEdit *m_text;
    QPushButton *m_formatting = nullptr;
    FindBar *m_find;
    TextLabel *m_state;
    LinkButton *m_overrule; // shown while a name looks like a secret itself
    QTimer m_pause;
    QTimer m_keep;
    QJsonObject m_shown; // the last known meaning of the text
    std::optional<JsonFault> m_fault;
    QJsonObject m_doubted;   // the definition that the user is asked about
    QJsonObject m_confirmed; // the definition that the user confirmed
    QString m_seen;          // the text that was written here or read last
    bool m_isFilled = false; // until then the text tells nothing of the document
    bool m_isTyped = false;  // and not read yet
    bool m_isFollowing = false;
};

} // namespace Sluice
