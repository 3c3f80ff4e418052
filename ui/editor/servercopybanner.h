// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/pipelinecreation.h"
#include "ui/widgets/banner.h"

#include <QJsonObject>

namespace Sluice {

class Account;
class PipelineDocument;

// Compares an edited document with the server's copy of its pipeline. A document without edits
// follows the server. For one with edits the banner says that the copy changed, was deleted, or is
// not read yet.
class ServerCopyBanner final : public Banner
{
    Q_OBJECT

public:
    enum class Presence {
        Here,
        NotRead, // its account is not connected, or its project's list has not come yet
        Gone,    // deleted meanwhile
    };

    ServerCopyBanner(Fleet *fleet, PipelineDocument *document, QWidget *parent = nullptr);

    Presence presence() const { return m_presence; }

    // Reads the fleet's row. hasEdits: the document has some, or text is on its way into it.
    void follow(bool hasEdits);
    // A request found that the pipeline is not there any more.
    void showGone();
    // Creates the deleted pipeline again with the document as it is now. After a lost answer the
    // user is asked to look for it first, as a second request could create it twice.
    void createAgain();

Q_SIGNALS:
    // The fleet may have another copy or none: call follow().
    void serverMoved();
    void presenceChanged();
    // The user wants createAgain(), after all typed text is in the document.
    void createWanted();
    // The user discards the edits of a deleted pipeline.
    void givenUp();
    // It was created again with the edits, under this key.
    void recreated(const Sluice::PipelineKey &key);

private:
    void watch(const Account *account);
    bool isListRead() const;
    void setPresence(Presence presence);
    void showMoved();
    void showNotRead();
    void connectCreation();
    QPushButton *offer(const QString &text, const QString &objectName);
    void offerLook(const QString &fact, const QString &consequence);
    void showRefused(const ApiError &error);
    void showFound(const PipelineKey &key, const ApiError &error);

    Fleet *m_fleet;
    PipelineDocument *m_document;
    PipelineCreation m_creation;
    Presence m_presence = Presence::NotRead;
    bool m_wasHere = false;
    bool m_isDeletedHere = false;
    QJsonObject m_told; // the moved copy that the banner was shown for
};

} // namespace Sluice
