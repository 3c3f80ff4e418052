// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/secret/secretguard.h"
#include "models/json/jsontext.h"

#include <QJsonObject>
#include <QTimer>
#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace Sluice {

class FindBar;
class JsonTextEdit;
class LinkButton;
class PipelineDocument;
class TextLabel;

// The document as JSON text that can be edited. What is typed is taken at every pause; text with a
// fault stays as it is, is marked, and leaves the document at its last good state. So does text
// with a name that looks like a secret itself, until the user says that it is a name.
class JsonTab final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int pause = 400;     // ms without typing
    static constexpr int keepEvery = 200; // ms, while it is typed

    explicit JsonTab(PipelineDocument *document, QWidget *parent = nullptr);

    // Takes what is typed now. False when it has a fault.
    bool flush();

    // The text has a fault, so that the document is behind it.
    bool hasFault() const { return m_fault.has_value(); }

    // Something is typed that the document does not have, or not yet.
    bool isAhead() const { return hasFault() || m_isTyped; }

    // The text while it is ahead, to be kept; else empty.
    QString aheadText() const;
    // As if it was typed.
    void setText(const QString &text);
    // Gives up what is ahead and shows the document again.
    void giveUp();
    // Undoes in the text while it is ahead of the document, else tells that it did not.
    bool undoTyping();
    bool redoTyping();

Q_SIGNALS:
    // The text came ahead of the document, went on there, or is no more. While it is typed it comes
    // now and then, not with every key.
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
    FindBar *m_find;
    TextLabel *m_state;
    LinkButton *m_overrule; // shown while a name looks like a secret itself
    QTimer m_pause;
    QTimer m_keep;
    QJsonObject m_shown; // what the text was last known to mean
    std::optional<JsonFault> m_fault;
    QJsonObject m_doubted;   // what the user is asked about
    QJsonObject m_confirmed; // what the user said of
    QString m_seen;          // the text that was last written here or looked at
    bool m_isFilled = false; // before that the text says nothing of the document
    bool m_isTyped = false;  // and not looked at
    bool m_isFollowing = false;
};

} // namespace Sluice
